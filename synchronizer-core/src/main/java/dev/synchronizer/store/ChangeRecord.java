package dev.synchronizer.store;

import dev.synchronizer.model.StoredType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change of what nodes serve, as history keeps it. Nodes learn by its number that something changed.
 *
 * @param number the store's change number that it was given, without a gap; 0 until it is logged
 * @param at when it was made
 * @param actor who made it
 * @param kind what was done
 * @param run the number of the run, where it was one
 * @param typeId the id of the type concerned, or null where that may be any, or a rule is concerned
 * @param type the type's name at that time, or the rule's, or null
 * @param property the property's name at that time, or null where it is not about one
 * @param setting the name of the setting, or null where it is not about one
 * @param before what had been saved, as JSON; null where nothing had
 * @param after what is saved since, as JSON; null where nothing is
 */
public record ChangeRecord(
        long number,
        Instant at,
        String actor,
        Kind kind,
        @Nullable Long run,
        @Nullable Long typeId,
        @Nullable String type,
        @Nullable String property,
        @Nullable String setting,
        @Nullable String before,
        @Nullable String after) {

    /** What was done. */
    public enum Kind {
        /** An override was saved. */
        SET,
        /** An override was taken back. */
        REVERT,
        /** An administrator made or changed a type or property. */
        DEFINE,
        /** An administrator deleted a type or property of an administrator. */
        UNDEFINE,
        /** A run was committed. */
        RUN,
        /** An administrator saved a rule. */
        RULE,
        /** An administrator removed a rule. */
        RULE_REMOVED,
        /** Somebody saved another server, or a connector. */
        CHANNEL,
        /** Somebody removed another server, or a connector. */
        CHANNEL_REMOVED,
        /** Something else than the synchronizer was found to have written rows of a type. */
        TAMPERED,
        /** An administrator accepted rows of a type as they stand. */
        ACCEPTED;

        /** Whether it concerns a rule, and so no type. */
        public boolean isOfRule() {
            return this == RULE || this == RULE_REMOVED;
        }

        /** Whether it concerns a server or a connector, and so no type. */
        public boolean isOfChannel() {
            return this == CHANNEL || this == CHANNEL_REMOVED;
        }
    }

    public ChangeRecord withNumber(long other) {
        return new ChangeRecord(other, at, actor, kind, run, typeId, type, property, setting, before, after);
    }

    public static ChangeRecord ofRun(long run, Instant at, String actor) {
        return new ChangeRecord(0, at, actor, Kind.RUN, run, null, null, null, null, null, null);
    }

    /**
     * What befell the rows of a type beside what is saved.
     *
     * @param after what they are now, as JSON; null where that does not matter
     */
    public static ChangeRecord ofRows(Kind kind, Instant at, String actor, StoredType type, @Nullable String after) {
        return new ChangeRecord(0, at, actor, kind, null, type.id(), type.name(), null, null, null, after);
    }

    /**
     * The change of a server or a connector.
     *
     * @param before its definition before, or null where it is new
     * @param after its definition since, or null where it was removed
     */
    public static ChangeRecord ofChannel(
            Instant at, String actor, String name, @Nullable String before, @Nullable String after) {
        Kind kind = after == null ? Kind.CHANNEL_REMOVED : Kind.CHANNEL;
        return new ChangeRecord(0, at, actor, kind, null, null, name, null, null, before, after);
    }

    /**
     * The change of a rule.
     *
     * @param before its definition before, or null where it is new
     * @param after its definition since, or null where it was removed
     */
    public static ChangeRecord ofRule(
            Instant at, String actor, String name, @Nullable String before, @Nullable String after) {
        Kind kind = after == null ? Kind.RULE_REMOVED : Kind.RULE;
        return new ChangeRecord(0, at, actor, kind, null, null, name, null, null, before, after);
    }
}
