package dev.synchronizer.spring;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.diff.Scope;
import dev.synchronizer.plan.Policy;
import dev.synchronizer.problem.ProblemsException;
import java.io.File;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.util.StringUtils;

/** Builds a synchronizer as the application's properties say. */
record ConfiguredSynchronizer(SynchronizerProperties properties, ApplicationContext application) {
    Synchronizer build(DataSource dataSource, ObjectProvider<SynchronizerBuilderCustomizer> customizers) {
        SynchronizerBuilder builder = Synchronizer.builder()
                .dataSource(beneathItsProxies(dataSource))
                .models(properties.models().stream().map(File::toPath).toList())
                .classPath(properties.classPath().stream().map(File::toPath).toList())
                .packages(properties.packages())
                .policy(policy())
                .scanThreads(properties.scanThreads())
                .forceScan(properties.forceScan())
                .commit(properties.commit())
                .pollInterval(properties.pollInterval())
                .changeNotifications(properties.changeNotifications())
                .knownGroups(properties.knownGroups())
                .knownRoles(properties.knownRoles());
        properties.moduleVersions().forEach(builder::moduleVersion);
        if (properties.scansRunningClassPath()) {
            builder.runningClassPath(Objects.requireNonNull(application.getClassLoader()));
        }
        setActor(builder);
        customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
        return builder.build();
    }

    /**
     * A proxy that takes part in transactions would let the synchronizer commit what the application may yet roll back;
     * one that waits with its connections hides the pool.
     */
    private static DataSource beneathItsProxies(DataSource given) {
        DataSource found = given;
        while (found instanceof DelegatingDataSource proxy
                && (found instanceof TransactionAwareDataSourceProxy || found instanceof LazyConnectionDataSourceProxy)
                && proxy.getTargetDataSource() != null) {
            found = proxy.getTargetDataSource();
        }
        return found;
    }

    private void setActor(SynchronizerBuilder builder) {
        String name = application.getEnvironment().getProperty("spring.application.name", "");
        if (StringUtils.hasText(properties.actor())) {
            builder.actor(properties.actor());
        } else if (StringUtils.hasText(name)) {
            try {
                builder.actor(name);
            } catch (ProblemsException e) {
                throw new InvalidConfigurationPropertyValueException(
                        "spring.application.name",
                        name,
                        "Runs are recorded under it unless synchronizer.actor says another name, and it cannot be: "
                                + e.getMessage());
            }
        }
    }

    private Policy policy() {
        return Policy.standard()
                .withScope(Scope.everything().gone(properties.goneModules()))
                .withOrphans(properties.orphans().toPolicy());
    }
}
