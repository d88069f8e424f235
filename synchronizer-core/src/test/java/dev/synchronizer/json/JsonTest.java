package dev.synchronizer.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private static final Consumer<JsonOut> SAMPLE_CONTENT = sample();

    private static Consumer<JsonOut> sample() {
        return out -> out.object(() -> {
            out.text("name", "Grün \"x\"\n").text("nothing", null);
            out.number("count", Long.MAX_VALUE).flag("yes", true);
            out.name("half").number(new BigDecimal("5E-1"));
            out.texts("texts", List.of("b", "a"));
            out.array("objects", List.of(1, 2), i -> out.object(() -> out.number("i", i)));
            out.object("inner", () -> {}).texts("empty", List.of());
        });
    }

    @Test
    void compactTextHasNoWhiteSpaceAndKeepsTheOrderOfTheCalls() {
        assertThat(JsonOut.compact(SAMPLE_CONTENT))
                .isEqualTo(
                        "{\"name\":\"Grün \\\"x\\\"\\n\",\"nothing\":null,\"count\":9223372036854775807,\"yes\":true,"
                                + "\"half\":0.5,\"texts\":[\"b\",\"a\"],\"objects\":[{\"i\":1},{\"i\":2}],\"inner\":{},\"empty\":[]}");
    }

    @Test
    void prettyTextIsIndentedByTwoAndEndsWithALineFeed() {
        assertThat(JsonOut.pretty(out -> out.object(() -> out.number("a", 1).texts("b", List.of("c")))))
                .isEqualTo("{\n  \"a\": 1,\n  \"b\": [\n    \"c\"\n  ]\n}\n");
    }

    @Test
    void aStreamGetsTheSameTextInUtf8AndStaysOpen() {
        boolean[] closed = {false};
        ByteArrayOutputStream bytes = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        JsonOut.compact(bytes, SAMPLE_CONTENT);
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo(JsonOut.compact(SAMPLE_CONTENT));
        assertThat(closed[0]).isFalse();
    }

    @Test
    void numbersAreWrittenWithoutExponents() {
        assertThat(JsonOut.compact(out -> out.number(new BigDecimal("1E+3")))).isEqualTo("1000");
    }

    @Test
    void whatIsWrittenIsReadBack() {
        List<Object> found = new ArrayList<>();
        JsonIn.<Void>read(JsonOut.compact(SAMPLE_CONTENT), in -> {
            in.object(member -> found.add(
                    switch (member) {
                        case "name" -> in.text();
                        case "nothing" -> String.valueOf(in.textOrNull());
                        case "count" -> in.number();
                        case "yes" -> in.flag();
                        case "half" -> in.decimal();
                        case "texts", "empty" -> in.texts();
                        case "objects" -> in.array(() -> number(in));
                        default -> skipped(member, in);
                    }));
            return null;
        });
        assertThat(found)
                .containsExactly(
                        "Grün \"x\"\n",
                        "null",
                        Long.MAX_VALUE,
                        true,
                        new BigDecimal("0.5"),
                        List.of("b", "a"),
                        List.of(1L, 2L),
                        "skipped inner",
                        List.of());
    }

    private static long number(JsonIn in) {
        long[] number = {0};
        in.object(member -> number[0] = in.number());
        return number[0];
    }

    private static String skipped(String member, JsonIn in) {
        in.skip();
        return "skipped " + member;
    }

    @Test
    void aStreamIsReadInUtf8AndClosed() {
        boolean[] closed = {false};
        InputStream stream = new ByteArrayInputStream("\"Grün\"".getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };
        assertThat(JsonIn.read(stream, JsonIn::text)).isEqualTo("Grün");
        assertThat(closed[0]).isTrue();
    }

    @Test
    void theNextValueCanBeLookedAtWithoutReadingIt() {
        List<JsonIn.Kind> kinds = JsonIn.read(
                "[{}, [], \"\", 1, 1.5, true, false, null]",
                in -> in.array(() -> {
                    JsonIn.Kind kind = in.peek();
                    in.skip();
                    return kind;
                }));
        assertThat(kinds)
                .containsExactly(
                        JsonIn.Kind.OBJECT,
                        JsonIn.Kind.ARRAY,
                        JsonIn.Kind.TEXT,
                        JsonIn.Kind.NUMBER,
                        JsonIn.Kind.NUMBER,
                        JsonIn.Kind.FLAG,
                        JsonIn.Kind.FLAG,
                        JsonIn.Kind.NOTHING);
    }

    @Test
    void unknownMembersAreSkippedHoweverDeep() {
        String text = "{\"new\":{\"a\":[1,{\"b\":2}]},\"known\":\"x\"}";
        List<String> known = new ArrayList<>();
        JsonIn.<Void>read(text, in -> {
            in.object(member -> {
                if (member.equals("known")) {
                    known.add(in.text());
                } else {
                    in.skip();
                }
            });
            return null;
        });
        assertThat(known).containsExactly("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[", "[1", "[1,]", "[\"a\"", "{\"a\"", "nonsense", "[1] 2"})
    void textThatIsNoJsonEndsInAnError(String text) {
        assertThatThrownBy(() -> JsonIn.read(text, in -> in.array(in::number)))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void aValueOfAnotherKindEndsInAnErrorThatNamesBoth() {
        assertThatThrownBy(() -> JsonIn.read("{\"a\":\"1\"}", in -> {
                    in.object(member -> in.number());
                    return "";
                }))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("VALUE_NUMBER_INT")
                .hasMessageContaining("VALUE_STRING");
        assertThatThrownBy(() -> JsonIn.read("1", JsonIn::text)).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> JsonIn.read("\"1\"", JsonIn::flag)).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> JsonIn.read("1e400", JsonIn::number)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void aFailingStreamEndsInAnError() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space left");
            }
        };
        assertThatThrownBy(() -> JsonOut.compact(full, SAMPLE_CONTENT))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("no space left");
    }

    @Test
    void whatIsNestedDeeplyIsReadAndWhatIsNestedWithoutEndIsNot() throws InterruptedException {
        List<String> read = new ArrayList<>();
        // Web servers give their threads less than a main thread has.
        Thread thread = new Thread(null, () -> read.add(copied(nested(200))), "small", 512 * 1_024);
        thread.start();
        thread.join();

        assertThat(read).containsExactly(nested(200));
        assertThatThrownBy(() -> copied(nested(201)))
                .isInstanceOfSatisfying(
                        UncheckedIOException.class,
                        failure -> assertThat(JsonIn.excess(failure))
                                .get()
                                .asString()
                                .endsWith("more than 200 objects and arrays within each other"));
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    private static String copied(String json) {
        return JsonIn.read(json, in -> JsonOut.compact(in::copyTo));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999999", "-1.5E-99999999999999", "1e2147483648"})
    void aNumberOfAHugeExponentIsTooMuch(String number) {
        assertThatThrownBy(() -> JsonIn.read(number, JsonIn::decimal))
                .isInstanceOfSatisfying(
                        UncheckedIOException.class,
                        failure -> assertThat(JsonIn.excess(failure)).isPresent());
    }

    @Test
    void brokenSyntaxIsNotTooMuchOfAnything() {
        assertThatThrownBy(() -> JsonIn.read("[1,", in -> in.array(in::number)))
                .isInstanceOfSatisfying(
                        UncheckedIOException.class,
                        failure -> assertThat(JsonIn.excess(failure)).isEmpty());
    }
}
