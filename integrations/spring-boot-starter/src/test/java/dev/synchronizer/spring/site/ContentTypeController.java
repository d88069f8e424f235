package dev.synchronizer.spring.site;

import dev.synchronizer.catalog.Catalog;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

// readme: reading with Spring Boot
@RestController
class ContentTypeController {
    private final Catalog catalog;

    ContentTypeController(Catalog catalog) {
        this.catalog = catalog;
    }

    @GetMapping("/content-types/{name}")
    ResponseEntity<ContentTypeForm> form(@PathVariable String name) {
        return ResponseEntity.of(catalog.type(name).map(ContentTypeForm::of));
    }
}
// end
