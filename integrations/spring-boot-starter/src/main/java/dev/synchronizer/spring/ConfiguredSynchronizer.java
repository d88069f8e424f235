package dev.synchronizer.spring;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.diff.Scope;
import dev.synchronizer.integration.Connector;
import dev.synchronizer.plan.Policy;
import dev.synchronizer.problem.ProblemsException;
import dev.synchronizer.store.ContentUsage;
import dev.synchronizer.task.TaskHandler;
import java.io.File;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.util.StringUtils;

/** Builds a synchronizer as the application's properties say. */
record ConfiguredSynchronizer(
        SynchronizerProperties properties, StagingProperties staging, ApplicationContext application) {
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
                .strict(properties.strict())
                .knownGroups(properties.knownGroups())
                .knownRoles(properties.knownRoles())
                .storeName(properties.storeName())
                .deepestSaves(properties.deepestSaves())
                .pipeline(properties.pipeline());
        properties.moduleVersions().forEach(builder::moduleVersion);
        properties.severity().forEach(builder::severity);
        builder.scheduleInterval(properties.scheduleInterval());
        properties.ruleSchedules().forEach((name, rules) -> builder.applyRules(rules.named(name)));
        if (properties.scansRunningClassPath()) {
            builder.runningClassPath(Objects.requireNonNull(application.getClassLoader()));
        }
        findHandlers(builder);
        staging.configure(builder);
        tellOthers(builder);
        allowSteps(builder);
        countContent(builder);
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

    /** What the class path offers as services is made now, and what the application makes of beans as soon as it can be. */
    private void findHandlers(SynchronizerBuilder builder) {
        if (properties.findHandlers()) {
            builder.findSaveHandlers(Objects.requireNonNull(application.getClassLoader()));
        }
        if (application.getAutowireCapableBeanFactory() instanceof ConfigurableListableBeanFactory beans) {
            builder.lateHandlers(new HandlerBeans(beans));
        }
    }

    /** They are made now, so that nothing is saved that they do not hear of: what waits for the start, they take later. */
    private void tellOthers(SynchronizerBuilder builder) {
        application.getBeanProvider(TaskHandler.class).orderedStream().forEach(builder::taskHandler);
        application.getBeanProvider(Connector.class).orderedStream().forEach(builder::connector);
    }

    /** The application's own steps come from where its other classes do; those of models, from these. */
    private void allowSteps(SynchronizerBuilder builder) {
        if (!properties.allowsSteps()) {
            builder.runNoSteps();
        } else if (!properties.models().isEmpty()) {
            builder.runSteps();
        }
    }

    /** They are made now, so that one that cannot be is found by the first start, and not by the first that counts. */
    private void countContent(SynchronizerBuilder builder) {
        List<ContentUsage> parts =
                application.getBeanProvider(ContentUsage.class).orderedStream().toList();
        if (!parts.isEmpty()) {
            builder.contentUsage(new ContentCounts(parts));
        }
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
