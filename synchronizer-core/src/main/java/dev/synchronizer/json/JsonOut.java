package dev.synchronizer.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON in the order of its calls and in one form only: no white space, or two spaces and line feeds; numbers
 * without exponents.
 *
 * <p>Not thread-safe. A failing stream ends in an {@link UncheckedIOException}.
 */
public final class JsonOut {
    private static final JsonFactory FACTORY = new JsonFactory();

    private static final int LONGEST_PLAIN_NUMBER = 1_000;

    private final JsonGenerator generator;

    private JsonOut(JsonGenerator generator) {
        this.generator = generator;
    }

    /** The text of what {@code content} writes, on one line. */
    public static String compact(Consumer<JsonOut> content) {
        return text(content, false);
    }

    /** The text of what {@code content} writes, indented, ending with a line feed. */
    public static String pretty(Consumer<JsonOut> content) {
        return text(content, true) + "\n";
    }

    /** Writes in UTF-8 and leaves the stream open. */
    public static void compact(OutputStream stream, Consumer<JsonOut> content) {
        try (JsonGenerator generator = FACTORY.createGenerator(stream)) {
            generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            content.accept(new JsonOut(generator));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Consumer<JsonOut> content, boolean indented) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            if (indented) {
                DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
                generator.setPrettyPrinter(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                                .withArrayEmptySeparator("")
                                .withObjectEmptySeparator(""))
                        .withObjectIndenter(indenter)
                        .withArrayIndenter(indenter));
            }
            content.accept(new JsonOut(generator));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    public JsonOut object(Runnable members) {
        return write(() -> {
            generator.writeStartObject();
            members.run();
            generator.writeEndObject();
        });
    }

    public JsonOut object(String name, Runnable members) {
        return name(name).object(members);
    }

    public <T> JsonOut array(Collection<T> items, Consumer<T> each) {
        return array(() -> items.forEach(each));
    }

    /** An array of what {@code elements} writes. */
    public JsonOut array(Runnable elements) {
        return write(() -> {
            generator.writeStartArray();
            elements.run();
            generator.writeEndArray();
        });
    }

    public <T> JsonOut array(String name, Collection<T> items, Consumer<T> each) {
        return name(name).array(items, each);
    }

    public JsonOut texts(String name, Collection<String> texts) {
        return array(name, texts, this::text);
    }

    public JsonOut name(String name) {
        return write(() -> generator.writeFieldName(name));
    }

    public JsonOut text(@Nullable String text) {
        return write(() -> generator.writeString(text));
    }

    public JsonOut text(String name, @Nullable String text) {
        return name(name).text(text);
    }

    public JsonOut number(long number) {
        return write(() -> generator.writeNumber(number));
    }

    public JsonOut number(String name, long number) {
        return name(name).number(number);
    }

    /** Without an exponent, unless that would take thousands of digits. */
    public JsonOut number(BigDecimal number) {
        boolean absurd = Math.abs((long) number.scale()) > LONGEST_PLAIN_NUMBER;
        return write(() -> generator.writeNumber(absurd ? number.toString() : number.toPlainString()));
    }

    public JsonOut flag(boolean flag) {
        return write(() -> generator.writeBoolean(flag));
    }

    public JsonOut flag(String name, boolean flag) {
        return name(name).flag(flag);
    }

    /** A value that is JSON already, as it is. */
    public JsonOut json(String value) {
        return write(() -> generator.writeRawValue(value));
    }

    public JsonOut nothing() {
        return write(generator::writeNull);
    }

    private JsonOut write(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private interface Step {
        void run() throws IOException;
    }
}
