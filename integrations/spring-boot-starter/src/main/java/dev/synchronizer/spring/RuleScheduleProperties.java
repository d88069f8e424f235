package dev.synchronizer.spring;

import dev.synchronizer.reapplication.RuleSelection;
import dev.synchronizer.schedule.RuleSchedule;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A schedule by which rules are applied: each day at a time, or after a pause.
 *
 * @param at The time of day, such as 03:00, which goes together with a zone.
 * @param zone Where it is that time, such as Europe/Berlin.
 * @param every How long the rules are not applied after they were.
 * @param rules Names of the rules; none is all.
 * @param types Names of the types whose items are looked at; none is all.
 */
public record RuleScheduleProperties(
        @Nullable String at,
        @Nullable String zone,
        @Nullable Duration every,
        @DefaultValue List<String> rules,
        @DefaultValue List<String> types) {
    public RuleScheduleProperties {
        rules = List.copyOf(rules);
        types = List.copyOf(types);
    }

    /** @throws IllegalArgumentException if it makes no sense */
    RuleSchedule named(String name) {
        return plain(name).withSelection(new RuleSelection(rules, types));
    }

    private RuleSchedule plain(String name) {
        if (every != null && at == null && zone == null) {
            return RuleSchedule.every(name, every);
        }
        if (every == null && at != null && zone != null) {
            try {
                return RuleSchedule.daily(name, LocalTime.parse(at), ZoneId.of(zone));
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("at is a time of day such as 03:00, and zone where it is that time,"
                        + " such as Europe/Berlin: " + e.getMessage());
            }
        }
        throw new IllegalArgumentException("a schedule has either at and zone, or every");
    }
}
