package dev.synchronizer.spring;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** A contribution to the application's health, where it has one. */
@AutoConfiguration(after = SynchronizerAutoConfiguration.class)
@ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnBean(ApplicationSynchronizer.class)
@ConditionalOnEnabledHealthIndicator("synchronizer")
final class SynchronizerHealthAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean(name = "synchronizerHealthIndicator")
    SynchronizerHealthIndicator synchronizerHealthIndicator(ApplicationSynchronizer synchronizer) {
        return new SynchronizerHealthIndicator(synchronizer);
    }
}
