package dev.synchronizer.sample.site.page;

import dev.synchronizer.annotation.AllowedTypes;
import dev.synchronizer.annotation.ContentReference;
import dev.synchronizer.annotation.ContentType;
import dev.synchronizer.annotation.DataType;
import dev.synchronizer.annotation.Property;
import dev.synchronizer.sample.site.block.OpeningHours;
import dev.synchronizer.sample.site.block.Teaser;
import dev.synchronizer.sample.site.people.Person;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** The entrance of the site. */
@ContentType(
        guid = "a3c1b0c4-7a0e-4f0d-8a64-4d5f1b1f7e02",
        displayName = "Home page",
        description = "The entrance of the site",
        groupName = "General",
        order = 10,
        icon = "museum",
        access = {"editors", "webmasters"},
        allowedChildren = {Article.class, Event.class, Exhibition.class, Person.class},
        locked = {"access", "availableInEditMode"})
public class HomePage extends SitePage {
    @Property(type = DataType.RICH_TEXT, order = 10, localized = true, prompt = "Two sentences, warmly")
    private String welcome;

    @Size(max = 4)
    @AllowedTypes({Article.class, Event.class, Exhibition.class})
    @Property(order = 20, description = "Shown large, in this order")
    private List<ContentReference> featured = List.of();

    @Property(order = 30)
    private List<Teaser> teasers = List.of();

    @NotNull
    @Property(displayName = "Opening hours", order = 40)
    private OpeningHours openingHours;

    public String getWelcome() {
        return welcome;
    }

    public void setWelcome(String welcome) {
        this.welcome = welcome;
    }

    public List<ContentReference> getFeatured() {
        return featured;
    }

    public void setFeatured(List<ContentReference> featured) {
        this.featured = featured;
    }

    public List<Teaser> getTeasers() {
        return teasers;
    }

    public void setTeasers(List<Teaser> teasers) {
        this.teasers = teasers;
    }

    public OpeningHours getOpeningHours() {
        return openingHours;
    }

    public void setOpeningHours(OpeningHours openingHours) {
        this.openingHours = openingHours;
    }
}
