package dev.synchronizer.spring;

import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The endpoint {@code synchronizer}, where the application has endpoints. */
@AutoConfiguration(after = SynchronizerAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnBean(ApplicationSynchronizer.class)
final class SynchronizerEndpointAutoConfiguration {
    // Not on the class: it would be evaluated along with the condition that it is there itself.
    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnAvailableEndpoint
    SynchronizerEndpoint synchronizerEndpoint(ApplicationSynchronizer synchronizer) {
        return new SynchronizerEndpoint(synchronizer);
    }

    @Bean
    @ConditionalOnBean(SynchronizerEndpoint.class)
    EndpointCaller synchronizerEndpointCaller() {
        return new EndpointCaller();
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnBean(SynchronizerEndpoint.class)
    SynchronizerWebEndpoint synchronizerWebEndpoint(SynchronizerEndpoint endpoint, EndpointCaller caller) {
        return new SynchronizerWebEndpoint(endpoint, caller);
    }
}
