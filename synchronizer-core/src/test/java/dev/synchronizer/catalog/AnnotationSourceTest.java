package dev.synchronizer.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.model.SettingKey;
import dev.synchronizer.model.SettingValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnnotationSourceTest {
    @Test
    void lettersOfEveryScriptStayReadable() {
        assertThat(prompt("Für wen? Où? Кто? 誰 😀 – „so“"))
                .isEqualTo("@Property(prompt = \"Für wen? Où? Кто? 誰 😀 – „so“\")");
    }

    @Test
    void whatWouldEndOrChangeTheLiteralIsEscaped() {
        assertThat(prompt("a \"b\" \\u0041 \n\t")).isEqualTo("@Property(prompt = \"a \\\"b\\\" \\\\u0041 \\n\\t\")");
    }

    @Test
    void whatNobodyWouldSeeIsEscaped() {
        Map<String, String> unseen = Map.of(
                "a bell", "\u0007",
                "a space that does not break", "\u00a0",
                "a soft hyphen", "\u00ad",
                "a space without width", "\u200b",
                "a turn of the direction", "\u202e",
                "a separator of lines", "\u2028",
                "a sign of one's own", "\ue000",
                "half of a pair", "\ud83d",
                "the other half", "\ude00",
                "a tag beyond the first plane", "\udb40\udc41");

        unseen.forEach((name, sign) -> assertThat(prompt("a" + sign + "b"))
                .as(name)
                .isEqualTo("@Property(prompt = \"a" + escapes(sign) + "b\")"));
    }

    @Test
    void setsAreWrittenInBraces() {
        assertThat(AnnotationSource.of(
                        SettingKey.Scope.TYPE, Map.of(SettingKey.ACCESS, SettingValue.set(List.of("é", "b\rc")))))
                .isEqualTo("@ContentType(access = {\"b\\rc\", \"é\"})");
    }

    private static String prompt(String text) {
        return AnnotationSource.of(SettingKey.Scope.PROPERTY, Map.of(SettingKey.PROMPT, SettingValue.of(text)));
    }

    private static String escapes(String sign) {
        StringBuilder escapes = new StringBuilder();
        for (char half : sign.toCharArray()) {
            escapes.append("\\u").append(Integer.toHexString(0x10000 | half).substring(1));
        }
        return escapes.toString();
    }
}
