package dev.synchronizer.content;

import dev.synchronizer.value.Values;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item that is to be made.
 *
 * @param type the name of its type
 * @param name its name
 * @param parent the item that it is to stand below, or null
 * @param values what it is to hold; where nothing is given, it gets the default value of the property
 */
public record NewItem(String type, String name, @Nullable UUID parent, Values values) {
    public static NewItem of(String type, String name) {
        return new NewItem(type, name, null, Values.none());
    }

    public NewItem below(@Nullable UUID other) {
        return new NewItem(type, name, other, values);
    }

    public NewItem with(String property, @Nullable Object value) {
        return with(values.with(property, value));
    }

    public NewItem with(String property, String language, @Nullable Object value) {
        return with(values.with(property, language, value));
    }

    public NewItem with(Values others) {
        return new NewItem(type, name, parent, others);
    }
}
