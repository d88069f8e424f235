package dev.synchronizer.spring.site;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@SpringBootApplication
public class SiteApplication {
    public static void main(String[] args) {
        SpringApplication.run(SiteApplication.class, args);
    }

    /** Serves what the application's own persistence unit reads. */
    @RestController
    static class TypeController {
        private final StoredTypeNames types;

        TypeController(StoredTypeNames types) {
            this.types = types;
        }

        @GetMapping("/types")
        List<String> types() {
            return types.findAll().stream().map(StoredTypeName::name).sorted().toList();
        }
    }
}
