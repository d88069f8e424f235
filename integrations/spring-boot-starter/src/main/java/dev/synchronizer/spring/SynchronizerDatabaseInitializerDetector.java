package dev.synchronizer.spring;

import java.util.Set;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Has all that depends on an initialized database wait for the synchronization, and that wait for the application's own
 * migrations and scripts: they may make the schema, and Flyway refuses one that already has tables.
 */
class SynchronizerDatabaseInitializerDetector extends AbstractBeansOfTypeDatabaseInitializerDetector {
    private final Environment environment;

    SynchronizerDatabaseInitializerDetector(Environment environment) {
        this.environment = environment;
    }

    /** Where scripts are deferred, every initializer would wait for the persistence units. */
    @Override
    public Set<String> detect(ConfigurableListableBeanFactory beanFactory) {
        boolean deferred = environment.getProperty("spring.jpa.defer-datasource-initialization", Boolean.class, false);
        return deferred ? Set.of() : super.detect(beanFactory);
    }

    @Override
    protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
        return Set.of(ApplicationSynchronizer.class);
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
