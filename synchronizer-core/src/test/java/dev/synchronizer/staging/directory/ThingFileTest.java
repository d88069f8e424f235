package dev.synchronizer.staging.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.task.Payload.About;
import dev.synchronizer.task.SubjectState;
import dev.synchronizer.task.TaskKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written of a thing is read as the same thing. */
class ThingFileTest {
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1.50",
            "123456789012345678901234567890.5",
            "\"\"",
            "\"\u00e4\\n\\\"\\\\\"",
            "\"\ud83d\ude00\"",
            "[]",
            "{}",
            "[1,[2,{\"b\":1,\"a\":[]}]]",
            "{\"id\":\"x\",\"more\":[true,null]}");

    private static final String ID = "0197c0de-0000-7000-8000-00000000abcd";

    private static ThingFile item(String title) {
        SubjectState state =
                SubjectState.of(new TreeMap<>(Map.of("type", "\"Article\"", "name", "\"One\"", "values.title", title)));
        return new ThingFile(
                TaskKey.item(ID), new About("Article", null, "site", "1.0", new TreeSet<>(List.of("title"))), state);
    }

    @Test
    void anItemLooksLikeThis() {
        ThingFile item = item("{\"b\":[1,2]}");

        assertThat(item.path()).isEqualTo("items/article/cd/" + ID + ".json");
        assertThat(new String(item.bytes(), StandardCharsets.UTF_8)).isEqualTo("""
                {
                  "key": "item:0197c0de-0000-7000-8000-00000000abcd",
                  "type": "Article",
                  "module": "site",
                  "version": "1.0",
                  "properties": [
                    "title"
                  ],
                  "state": {
                    "name": "One",
                    "values.title": {
                      "b": [
                        1,
                        2
                      ]
                    }
                  }
                }
                """);
    }

    @Test
    void whateverIsWrittenIsReadAsTheSame() {
        Random random = new Random(3);
        for (int round = 0; round < 5_000; round++) {
            ThingFile file = any(random);
            ThingFile read = ThingReading.read(file.path(), file.bytes());
            assertThat(read).isEqualTo(file);
            assertThat(read.bytes()).isEqualTo(file.bytes());
        }
    }

    private static ThingFile any(Random random) {
        TreeMap<String, String> places = new TreeMap<>();
        for (int place = random.nextInt(5); place > 0; place--) {
            places.put("values.p" + random.nextInt(9) + "[de]", VALUES.get(random.nextInt(VALUES.size())));
        }
        About about = new About(
                "T" + random.nextInt(3),
                random.nextBoolean() ? null : UUID.randomUUID().toString(),
                random.nextBoolean() ? null : "module",
                random.nextBoolean() ? null : "1.0",
                new TreeSet<>(random.nextBoolean() ? List.of() : List.of("p1", "p2")));
        return switch (random.nextInt(4)) {
            case 0 -> {
                places.put("name", "\"One\"");
                places.put("type", "\"" + about.type() + "\"");
                yield new ThingFile(
                        TaskKey.item(new UUID(random.nextLong(), random.nextLong())), about, SubjectState.of(places));
            }
            case 1 -> new ThingFile(TaskKey.definition("T.p"), about, SubjectState.of(places));
            case 2 -> new ThingFile(new TaskKey(TaskKey.OVERRIDES, "T"), about, SubjectState.of(places));
            default -> new ThingFile(new TaskKey(TaskKey.RULE, "a rule"), about, SubjectState.of(places));
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "key"           | "ky"                 | has no key
                    "state"         | "stat"               | has no state
                    "name": "One",  |                      | does not say a name
                    "type": "Article",|                    | does not say of which type
                    "One",          | "One", "name": "Two",| says name twice
                    "One",          | "One", "deleted": "x",| recycle bin
                    "One",          | "One", "parent": 5,  | stands below something that is no id
                    item:           | thing:               | none that a directory holds
                    item:           | children:            | none that a directory holds
                    0000abcd        | 0000ABCD             | no id in lower case
                    0000abcd        | 0000abce             | whose place is
                    "Article"       | "Page"               | whose place is
                    One             | One"                 | see line
                    """)
    void whatIsWrongWithAFileIsSaid(String from, String to, String said) {
        String text = new String(item("1").bytes(), StandardCharsets.UTF_8);
        byte[] bytes = text.replace(from, to == null ? "" : to).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> ThingReading.read(item("1").path(), bytes))
                .isInstanceOf(BrokenFileException.class)
                .hasMessageContaining(said);
    }

    @Test
    void bytesThatAreNoUtf8AndMarksOfByteOrderAreNoText() {
        assertThatThrownBy(() -> ThingReading.parse(new byte[] {'{', (byte) 0xc3, '}'}))
                .hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> ThingReading.parse("\ufeff{}".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("byte order mark");
    }
}
