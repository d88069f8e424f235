package dev.synchronizer.sample.site.page;

import dev.synchronizer.annotation.AllowedTypes;
import dev.synchronizer.annotation.ContentReference;
import dev.synchronizer.annotation.ContentType;
import dev.synchronizer.annotation.Property;
import dev.synchronizer.annotation.RenamedFrom;
import dev.synchronizer.sample.site.people.Person;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;

/** Something that happens in the museum at a certain hour. */
@ContentType(
        description = "Something that happens in the museum at a certain hour",
        groupName = "Programme",
        order = 40,
        icon = "calendar")
@RenamedFrom("Talk")
public class Event extends SitePage {
    @NotNull
    @Property(order = 10)
    private LocalDateTime starts;

    @Min(15)
    @Max(240)
    @Property(displayName = "Duration", description = "In minutes", order = 20, defaultValue = "60")
    @RenamedFrom("minutes")
    private int durationMinutes;

    @AllowedTypes(Person.class)
    @Property(order = 30)
    private List<ContentReference> speakers = List.of();

    @Property(order = 40)
    private Set<Audience> audience = Set.of();

    public LocalDateTime getStarts() {
        return starts;
    }

    public void setStarts(LocalDateTime starts) {
        this.starts = starts;
    }

    public int getDurationMinutes() {
        return durationMinutes;
    }

    public void setDurationMinutes(int durationMinutes) {
        this.durationMinutes = durationMinutes;
    }

    public List<ContentReference> getSpeakers() {
        return speakers;
    }

    public void setSpeakers(List<ContentReference> speakers) {
        this.speakers = speakers;
    }

    public Set<Audience> getAudience() {
        return audience;
    }

    public void setAudience(Set<Audience> audience) {
        this.audience = audience;
    }
}
