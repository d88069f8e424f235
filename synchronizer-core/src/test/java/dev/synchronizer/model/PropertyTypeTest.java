package dev.synchronizer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.annotation.DataType;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PropertyTypeTest {
    @ParameterizedTest
    @CsvSource({
        "STRING, STRING",
        "LIST<STRING>, LIST<STRING>",
        "SET<ENUM>, SET<ENUM>",
        "BLOCK<Teaser>, BLOCK",
        "LIST<BLOCK<Teaser>>, LIST<BLOCK>"
    })
    void isReadAndWrittenAlikeAndStoredWithoutTheEmbeddedType(String text, String stored) {
        PropertyType type = PropertyType.parse(text);
        assertThat(type).hasToString(text);
        assertThat(type.storedForm()).isEqualTo(stored);
    }

    @Test
    void everyDataTypeIsReadBackAsOneAndAsSeveral() {
        Arrays.stream(DataType.values()).filter(base -> base != DataType.AUTO).forEach(base -> {
            PropertyType one = base == DataType.BLOCK ? PropertyType.block("Teaser") : PropertyType.single(base);
            for (PropertyType.Cardinality cardinality : PropertyType.Cardinality.values()) {
                PropertyType type = one.withCardinality(cardinality);
                assertThat(PropertyType.parse(type.toString())).isEqualTo(type);
                assertThat(type.isMany()).isEqualTo(cardinality != PropertyType.Cardinality.SINGLE);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "TEXTUAL",
                "AUTO",
                "LIST",
                "LIST<>",
                "LIST<STRING",
                "STRING>",
                "STRING<Teaser>",
                "BLOCK",
                "BLOCK<>",
                "LIST<LIST<STRING>>",
                "string"
            })
    void anythingElseIsNoDataType(String text) {
        assertThatThrownBy(() -> PropertyType.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyABlockNamesTheTypeThatItEmbeds() {
        assertThat(PropertyType.list(DataType.REFERENCE).blockType()).isNull();
        assertThat(PropertyType.block("Teaser").withBlockType("Card")).hasToString("BLOCK<Card>");
        assertThatThrownBy(() -> PropertyType.set(DataType.BLOCK)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PropertyType.single(DataType.DATE).withBlockType("Card"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
