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
final class SynchronizerHealthAutoConfiguration {
    // Not on the class: it would be evaluated along with the condition that it is there itself.
    @Bean
    @ConditionalOnEnabledHealthIndicator("synchronizer")
    @ConditionalOnMissingBean(name = "synchronizerHealthIndicator")
    SynchronizerHealthIndicator synchronizerHealthIndicator(ApplicationSynchronizer synchronizer) {
        return new SynchronizerHealthIndicator(synchronizer);
    }
}
