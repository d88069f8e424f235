package dev.synchronizer.spring;

import jakarta.persistence.EntityManagerFactory;
import org.springframework.boot.autoconfigure.AbstractDependsOnBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;

/**
 * Has persistence units wait for the synchronization where an application defers its scripts until after them, and
 * with the scripts all that initializes a database.
 */
@AutoConfiguration(after = SynchronizerAutoConfiguration.class)
@ConditionalOnBean(ApplicationSynchronizer.class)
@ConditionalOnBooleanProperty("spring.jpa.defer-datasource-initialization")
final class DeferredInitializationAutoConfiguration {
    @Bean
    static EntityManagerFactoryOrder entityManagerFactoriesWaitForTheSynchronizer() {
        return new EntityManagerFactoryOrder();
    }

    static final class EntityManagerFactoryOrder extends AbstractDependsOnBeanFactoryPostProcessor {
        EntityManagerFactoryOrder() {
            super(EntityManagerFactory.class, ApplicationSynchronizer.class);
        }
    }
}
