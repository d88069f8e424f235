package dev.synchronizer.spring.site;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves what the application's own persistence unit reads. */
@RestController
class TypeController {
    private final StoredTypeNames types;

    TypeController(StoredTypeNames types) {
        this.types = types;
    }

    @GetMapping("/types")
    List<String> types() {
        return types.findAll().stream().map(StoredTypeName::name).sorted().toList();
    }
}
