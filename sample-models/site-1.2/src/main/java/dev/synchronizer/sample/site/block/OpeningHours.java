package dev.synchronizer.sample.site.block;

import dev.synchronizer.annotation.ContentKind;
import dev.synchronizer.annotation.ContentType;
import dev.synchronizer.annotation.Property;
import dev.synchronizer.annotation.RenamedFrom;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalTime;
import java.util.Set;

/** The days and hours at which the doors are open. */
@ContentType(
        guid = "5a6b7c8d-9e0f-4a1b-8c2d-3e4f5a6b7c10",
        kind = ContentKind.BLOCK,
        displayName = "Opening hours",
        groupName = "Blocks",
        order = 40)
public class OpeningHours {
    @NotEmpty
    @Property(order = 10)
    private Set<Day> days = Set.of();

    @NotNull
    @Property(order = 20, defaultValue = "10:00")
    private LocalTime opens;

    @NotNull
    @Property(order = 30, defaultValue = "18:00")
    private LocalTime closes;

    @Property(order = 40, localized = true, prompt = "Closed on public holidays")
    @RenamedFrom("remark")
    private String note;

    public Set<Day> getDays() {
        return days;
    }

    public void setDays(Set<Day> days) {
        this.days = days;
    }

    public LocalTime getOpens() {
        return opens;
    }

    public void setOpens(LocalTime opens) {
        this.opens = opens;
    }

    public LocalTime getCloses() {
        return closes;
    }

    public void setCloses(LocalTime closes) {
        this.closes = closes;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
