package dev.synchronizer.sample.site.page;

import dev.synchronizer.annotation.AllowedTypes;
import dev.synchronizer.annotation.ContentReference;
import dev.synchronizer.annotation.ContentType;
import dev.synchronizer.annotation.Property;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDateTime;
import java.util.List;

/** Somebody speaks, others listen. */
@ContentType(description = "Somebody speaks, others listen", groupName = "Programme", order = 40, icon = "speech")
public class Talk extends SitePage {
    @NotNull
    @Property(order = 10)
    private LocalDateTime starts;

    @Min(15)
    @Max(240)
    @Property(displayName = "Duration", description = "In minutes", order = 20, defaultValue = "60")
    private int minutes;

    @NotEmpty
    @AllowedTypes(Person.class)
    @Property(order = 30)
    private List<ContentReference> speakers = List.of();

    @Property(order = 40)
    private Audience audience;

    public LocalDateTime getStarts() {
        return starts;
    }

    public void setStarts(LocalDateTime starts) {
        this.starts = starts;
    }

    public int getMinutes() {
        return minutes;
    }

    public void setMinutes(int minutes) {
        this.minutes = minutes;
    }

    public List<ContentReference> getSpeakers() {
        return speakers;
    }

    public void setSpeakers(List<ContentReference> speakers) {
        this.speakers = speakers;
    }

    public Audience getAudience() {
        return audience;
    }

    public void setAudience(Audience audience) {
        this.audience = audience;
    }
}
