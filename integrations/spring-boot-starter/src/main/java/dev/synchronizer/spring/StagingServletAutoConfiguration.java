package dev.synchronizer.spring;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.exchange.SignedEndpoint;
import jakarta.servlet.Servlet;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.util.function.SingletonSupplier;

/** The endpoint for what other servers send, where the application is a web application and wants it. */
@AutoConfiguration(after = SynchronizerAutoConfiguration.class)
@ConditionalOnClass(Servlet.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnBooleanProperty(name = "synchronizer.staging.endpoint")
@ConditionalOnBean(ApplicationSynchronizer.class)
final class StagingServletAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean(StagingServlet.class)
    StagingServlet stagingServlet(ApplicationSynchronizer application, StagingProperties properties) {
        Synchronizer synchronizer = application.synchronizer();
        Supplier<SignedEndpoint> endpoint = SingletonSupplier.of(synchronizer::stagingEndpoint);
        return new StagingServlet(endpoint, properties.bodyTime());
    }

    @Bean
    ServletRegistrationBean<StagingServlet> stagingServletRegistration(
            StagingServlet servlet, ApplicationSynchronizer application) {
        return new ServletRegistrationBean<>(
                servlet, application.synchronizer().stagingEndpoint().path());
    }
}
