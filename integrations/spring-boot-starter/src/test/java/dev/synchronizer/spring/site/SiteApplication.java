package dev.synchronizer.spring.site;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

// readme: Spring Boot
@SpringBootApplication
public class SiteApplication {
    public static void main(String[] args) {
        // Types are stored when this returns, and were before the first persistence unit started.
        SpringApplication.run(SiteApplication.class, args);
    }
}
// end
