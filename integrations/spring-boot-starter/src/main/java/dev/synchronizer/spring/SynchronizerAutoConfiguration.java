package dev.synchronizer.spring;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.catalog.Catalog;
import dev.synchronizer.content.Items;
import dev.synchronizer.integration.Integration;
import dev.synchronizer.settings.Definitions;
import dev.synchronizer.settings.Overrides;
import dev.synchronizer.staging.Staging;
import dev.synchronizer.transfer.ItemTransfer;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Lazy;

/**
 * A synchronizer of the application's data source, run before any persistence unit starts (I1), and what serves and
 * administers types and items once it has run.
 */
@AutoConfiguration(after = DataSourceAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "synchronizer.enabled", matchIfMissing = true)
@EnableConfigurationProperties({SynchronizerProperties.class, StagingProperties.class})
public final class SynchronizerAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    @Conditional(OnDataSource.class)
    Synchronizer synchronizer(
            SynchronizerProperties properties,
            StagingProperties staging,
            ObjectProvider<DataSource> dataSource,
            @SynchronizerDataSource ObjectProvider<DataSource> ownDataSource,
            ObjectProvider<SynchronizerBuilderCustomizer> customizers,
            ApplicationContext application) {
        DataSource store = ownDataSource.getIfAvailable(dataSource::getIfUnique);
        if (store == null) {
            throw new IllegalStateException(
                    "the application has several data sources, and none of them is primary: mark the one that holds the"
                            + " content types with @SynchronizerDataSource");
        }
        return new ConfiguredSynchronizer(properties, staging, application).build(store, customizers);
    }

    @Bean
    // It has something to do even where nobody asks for it.
    @Lazy(false)
    @ConditionalOnMissingBean
    @ConditionalOnBean(Synchronizer.class)
    ApplicationSynchronizer applicationSynchronizer(Synchronizer synchronizer, SynchronizerProperties properties) {
        return new ApplicationSynchronizer(synchronizer, properties, Clock.systemUTC());
    }

    @Bean
    @Lazy(false)
    @ConditionalOnBean(ApplicationSynchronizer.class)
    HandlersAtStart saveHandlersAtStart(ApplicationSynchronizer application) {
        return new HandlersAtStart(application.synchronizer());
    }

    @Bean
    @Lazy(false)
    @ConditionalOnBean(ApplicationSynchronizer.class)
    SchedulesInLife ruleSchedulesInLife(ApplicationSynchronizer application) {
        return new SchedulesInLife(application.synchronizer());
    }

    @Bean
    @Lazy(false)
    @ConditionalOnBooleanProperty(name = "synchronizer.staging.run-tasks")
    @ConditionalOnBean(ApplicationSynchronizer.class)
    TasksInLife stagingTasksInLife(ApplicationSynchronizer application) {
        return new TasksInLife(application.synchronizer());
    }

    @Bean
    @Lazy
    @ConditionalOnMissingBean
    @ConditionalOnBean(ApplicationSynchronizer.class)
    Staging contentStaging(ApplicationSynchronizer application) {
        return application.synchronizer().staging();
    }

    @Bean
    @Lazy
    @ConditionalOnMissingBean
    @ConditionalOnBean(ApplicationSynchronizer.class)
    Integration contentIntegration(ApplicationSynchronizer application) {
        return application.synchronizer().integration();
    }

    // Not opened where nobody reads; its name leaves that of a catalog of other things to the application.
    @Bean
    @Lazy
    @ConditionalOnMissingBean
    @ConditionalOnBean(ApplicationSynchronizer.class)
    Catalog contentTypeCatalog(ApplicationSynchronizer application) {
        return application.synchronizer().catalog();
    }

    @Bean
    @Lazy
    @ConditionalOnMissingBean
    @ConditionalOnBean(ApplicationSynchronizer.class)
    Items contentItems(ApplicationSynchronizer application) {
        return application.synchronizer().items();
    }

    @Bean
    @Lazy
    @ConditionalOnMissingBean
    @ConditionalOnBean(ApplicationSynchronizer.class)
    ItemTransfer contentTransfer(ApplicationSynchronizer application) {
        return application.synchronizer().transfer();
    }

    @Bean
    @Lazy
    @ConditionalOnMissingBean
    @ConditionalOnBean(ApplicationSynchronizer.class)
    Overrides contentTypeOverrides(ApplicationSynchronizer application) {
        return application.synchronizer().overrides();
    }

    @Bean
    @Lazy
    @ConditionalOnMissingBean
    @ConditionalOnBean(ApplicationSynchronizer.class)
    Definitions contentTypeDefinitions(ApplicationSynchronizer application) {
        return application.synchronizer().definitions();
    }
}
