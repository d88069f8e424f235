package dev.synchronizer.sample.site;

import dev.synchronizer.annotation.Property;
import jakarta.validation.constraints.Size;
import java.util.Map;

/** What search engines are told of a page. */
public interface Findable {
    /** The texts by their name, kept by the page. */
    Map<String, String> searchTexts();

    @Property(groupName = "Search engines", order = 10, localized = true, prompt = "As shown in result lists")
    @Size(max = 60)
    default String getSearchTitle() {
        return searchTexts().get("title");
    }

    default void setSearchTitle(String title) {
        searchTexts().put("title", title);
    }

    @Property(groupName = "Search engines", order = 20, localized = true)
    @Size(max = 160)
    default String getSearchDescription() {
        return searchTexts().get("description");
    }

    default void setSearchDescription(String description) {
        searchTexts().put("description", description);
    }
}
