package dev.synchronizer.spring;

import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Meters, where the application has Micrometer. */
@AutoConfiguration(after = SynchronizerAutoConfiguration.class)
@ConditionalOnClass(MeterBinder.class)
@ConditionalOnBean(ApplicationSynchronizer.class)
final class SynchronizerMetricsAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    SynchronizerMetrics synchronizerMetrics(ApplicationSynchronizer synchronizer) {
        return new SynchronizerMetrics(synchronizer);
    }
}
