package dev.synchronizer.seal;

import dev.synchronizer.store.StoredItem;
import dev.synchronizer.store.StoredItem.Deleted;
import dev.synchronizer.value.StoredValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoField;
import java.util.Collection;
import java.util.UUID;

/**
 * The seal of an item: that of its own row and those of its values, put together by exclusive or. So a save takes out what
 * was and puts in what is, without knowing the rest; and a database can do so by itself.
 */
public final class ItemSeal {
    private ItemSeal() {}

    /** The seal of an item with all of its values. */
    public static long of(StoredItem row, Collection<StoredValue> values) {
        return of(row) ^ of(values);
    }

    /** The part of an item's own row, in which neither a seal nor the number of findings counts. */
    public static long of(StoredItem row) {
        Deleted deleted = row.deleted();
        Checksum sum = new Checksum()
                .add(row.id())
                .add(row.type())
                .add(row.name())
                .add(row.parent())
                .add(row.revision())
                .add(row.createdAt())
                .add(row.createdBy())
                .add(row.savedAt())
                .add(row.savedBy());
        if (deleted != null) {
            sum.add(deleted.at()).add(deleted.by()).add(deleted.with());
        }
        return sum.value();
    }

    /** The part of some values together. */
    public static long of(Collection<StoredValue> values) {
        long sum = 0;
        for (StoredValue value : values) {
            sum ^= of(value);
        }
        return sum;
    }

    /** The part of one value, wherever in a batch it stands. */
    public static long of(StoredValue value) {
        Checksum sum = new Checksum()
                .add(value.property())
                .add(value.language())
                .add(value.column().name());
        addTo(sum, value.value());
        return sum.value();
    }

    /** In the precision of the columns. */
    private static void addTo(Checksum sum, Object value) {
        if (value instanceof String text) {
            sum.add(text);
        } else if (value instanceof Long number) {
            sum.add(number);
        } else if (value instanceof Boolean flag) {
            sum.add(flag ? 1 : 0);
        } else if (value instanceof UUID id) {
            sum.add(id);
        } else if (value instanceof LocalDateTime moment) {
            day(sum, moment.toLocalDate());
            time(sum, moment.toLocalTime());
        } else if (value instanceof LocalDate day) {
            day(sum, day);
        } else if (value instanceof LocalTime time) {
            time(sum, time);
        } else if (value instanceof Double number) {
            // There is one zero.
            sum.add(Double.doubleToLongBits(number + 0.0));
        } else if (value instanceof BigDecimal number) {
            sum.add(number.signum() == 0 ? "0" : number.stripTrailingZeros().toString());
        } else {
            throw new IllegalArgumentException("no column holds a " + value.getClass());
        }
    }

    private static void day(Checksum sum, LocalDate day) {
        sum.add(day.toEpochDay());
    }

    private static void time(Checksum sum, LocalTime time) {
        sum.add(time.getLong(ChronoField.MICRO_OF_DAY));
    }
}
