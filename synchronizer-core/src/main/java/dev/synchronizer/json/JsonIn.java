package dev.synchronizer.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON from front to back. Whoever reads a value leaves the reader behind it; what is not known is skipped, so
 * that a newer writer may add fields.
 *
 * <p>Not thread-safe. A failing stream, a syntax error or a value of another kind than asked for ends in an
 * {@link UncheckedIOException}, and so does what no honest writer comes near: see {@link #excess}.
 */
public final class JsonIn {
    /** Whoever reads values within each other calls itself for each. */
    private static final int DEEPEST = 200;

    private static final int MOST_DIGITS = 1_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(MOST_DIGITS)
                    .maxNestingDepth(DEEPEST)
                    .build())
            .build();

    private final JsonParser parser;

    private JsonIn(JsonParser parser) {
        this.parser = parser;
    }

    /** Reads one value, and expects nothing behind it. */
    public static <T> T read(String text, Function<JsonIn, T> content) {
        return read(() -> FACTORY.createParser(text), content);
    }

    /** Reads one value in UTF-8, expects nothing behind it, and closes the stream. */
    public static <T> T read(InputStream stream, Function<JsonIn, T> content) {
        return read(() -> FACTORY.createParser(stream), content);
    }

    private static <T> T read(Source source, Function<JsonIn, T> content) {
        try (JsonParser parser = source.open()) {
            parser.nextToken();
            T result = content.apply(new JsonIn(parser));
            if (parser.currentToken() != null) {
                throw new JsonParseException(parser, "something stands behind the end");
            }
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a text has too much of to be read, as the rest of a sentence; nothing if it was for another reason. */
    public static Optional<String> excess(UncheckedIOException failure) {
        return failure.getCause() instanceof StreamConstraintsException
                ? Optional.of(
                        "holds a number of more than " + MOST_DIGITS + " digits or of a huge exponent, or more than "
                                + DEEPEST + " objects and arrays within each other")
                : Optional.empty();
    }

    /** Where a text is no JSON, or not the JSON that was asked for, such as {@code line 1, column 7}. */
    public static Optional<String> place(UncheckedIOException failure) {
        return failure.getCause() instanceof JsonProcessingException problem && problem.getLocation() != null
                ? Optional.of("line " + problem.getLocation().getLineNr() + ", column "
                        + problem.getLocation().getColumnNr())
                : Optional.empty();
    }

    /** Calls {@code member} for each name, which reads the value or {@link #skip skips} it. */
    public void object(Consumer<String> member) {
        expect(JsonToken.START_OBJECT);
        while (parser.currentToken() == JsonToken.FIELD_NAME) {
            String name = take(parser::currentName);
            member.accept(name);
        }
        expect(JsonToken.END_OBJECT);
    }

    public <T> List<T> array(Supplier<T> item) {
        List<T> items = new ArrayList<>();
        elements(() -> items.add(item.get()));
        return items;
    }

    /** Calls {@code element} for each element of an array, which reads it. */
    public void elements(Runnable element) {
        expect(JsonToken.START_ARRAY);
        while (parser.currentToken() != JsonToken.END_ARRAY) {
            element.run();
        }
        expect(JsonToken.END_ARRAY);
    }

    public List<String> texts() {
        return array(this::text);
    }

    public String text() {
        require(JsonToken.VALUE_STRING);
        return take(parser::getText);
    }

    public @Nullable String textOrNull() {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            skip();
            return null;
        }
        return text();
    }

    public boolean flag() {
        return take(parser::getBooleanValue);
    }

    public long number() {
        require(JsonToken.VALUE_NUMBER_INT);
        return take(parser::getLongValue);
    }

    public BigDecimal decimal() {
        try {
            return take(parser::getDecimalValue);
        } catch (NumberFormatException e) {
            // Its exponent is beyond those of all numbers that can be written out.
            throw new UncheckedIOException(new StreamConstraintsException(e.getMessage()));
        }
    }

    /** Writes the next value as it is, without white space; names keep their order, and numbers their digits. */
    public void copyTo(JsonOut out) {
        switch (peek()) {
            case OBJECT -> out.object(() -> object(name -> copyTo(out.name(name))));
            case ARRAY -> out.array(() -> elements(() -> copyTo(out)));
            case TEXT -> out.text(text());
            case NUMBER -> out.json(take(parser::getText));
            case FLAG -> out.flag(flag());
            case NOTHING -> {
                skip();
                out.nothing();
            }
        }
    }

    /** What the next value is, without reading it. */
    public Kind peek() {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw failure("the text ends too early");
        }
        return switch (token) {
            case START_OBJECT -> Kind.OBJECT;
            case START_ARRAY -> Kind.ARRAY;
            case VALUE_STRING -> Kind.TEXT;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Kind.NUMBER;
            case VALUE_TRUE, VALUE_FALSE -> Kind.FLAG;
            case VALUE_NULL -> Kind.NOTHING;
            default -> throw failure("a value is missing");
        };
    }

    /** The kinds of JSON values. */
    public enum Kind {
        OBJECT("an object"),
        ARRAY("an array"),
        TEXT("a string"),
        NUMBER("a number"),
        FLAG("true or false"),
        NOTHING("null");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** As sentences call it. */
        public String words() {
            return words;
        }
    }

    public void skip() {
        try {
            parser.skipChildren();
            parser.nextToken();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void expect(JsonToken token) {
        require(token);
        take(() -> token);
    }

    private void require(JsonToken token) {
        if (parser.currentToken() != token) {
            throw failure("expected " + token + ", found " + parser.currentToken());
        }
    }

    private UncheckedIOException failure(String message) {
        return new UncheckedIOException(new JsonParseException(parser, message));
    }

    private <T> T take(Read<T> read) {
        try {
            T value = read.read();
            parser.nextToken();
            return value;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Source {
        JsonParser open() throws IOException;
    }

    private interface Read<T> {
        T read() throws IOException;
    }
}
