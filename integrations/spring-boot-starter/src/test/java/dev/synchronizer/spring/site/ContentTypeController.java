package dev.synchronizer.spring.site;

import dev.synchronizer.catalog.Catalog;
import dev.synchronizer.catalog.EffectiveType;
import dev.synchronizer.model.SettingKey;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

    /** What administrators saved, over what code says; once loaded, it is read without any query. */
    @GetMapping("/content-types/{name}")
    ResponseEntity<ContentTypeForm> form(@PathVariable String name) {
        return ResponseEntity.of(catalog.type(name).map(ContentTypeForm::of));
    }
}

record ContentTypeForm(@Nullable String title, List<Field> fields) {
    static ContentTypeForm of(EffectiveType type) {
        return new ContentTypeForm(
                type.settings().text(SettingKey.DISPLAY_NAME),
                type.properties().stream()
                        .map(property -> new Field(
                                property.name(),
                                property.settings().text(SettingKey.PROMPT),
                                property.settings().flag(SettingKey.REQUIRED)))
                        .toList());
    }

    record Field(String name, @Nullable String prompt, boolean required) {}
}
// end
