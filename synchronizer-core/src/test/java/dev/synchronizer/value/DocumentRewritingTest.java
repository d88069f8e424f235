package dev.synchronizer.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.annotation.DataType;
import dev.synchronizer.fixtures.GeneratedValues;
import dev.synchronizer.fixtures.SampleBlocks;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.PropertyType.Cardinality;
import dev.synchronizer.value.RewrittenDocument.Lost;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** D6: values of a block's property are converted wherever they stand in documents. */
class DocumentRewritingTest {
    private static final PropertyType TEASERS =
            PropertyType.block(SampleBlocks.TEASER).withCardinality(Cardinality.LIST);
    private static final PropertyType STRING = PropertyType.single(DataType.STRING);
    private static final PropertyType INTEGER = PropertyType.single(DataType.INTEGER);

    private final SampleBlocks blocks = new SampleBlocks();

    private StoredValue document(String json) {
        return StoredForm.toStored(new UUID(1, 2), 7, "de", TEASERS, ValueForm.parse(TEASERS, json, blocks), blocks);
    }

    private RewrittenDocument labelsTo(PropertyType to, StoredValue document) {
        return ValueConversion.between(STRING, to, blocks).rewriteDocument(document, TEASERS, SampleBlocks.LABEL);
    }

    @Test
    void valuesConvertAtEveryDepthAndInEveryLanguage() {
        StoredValue document = document(
                "[{\"main\":{\"label\":{\"\":\"1\"}},\"links\":[{\"label\":{\"de\":\"2\",\"en\":\"3\"},\"price\":4}]}]");
        RewrittenDocument rewritten = labelsTo(INTEGER, document);
        assertThat(rewritten.lost()).isEmpty();
        assertThat(rewritten.document().value())
                .isEqualTo("[{\"13\":{\"22\":1},\"14\":[{\"22@de\":2,\"22@en\":3,\"23\":4}]}]");
        assertThat(rewritten.document().parts()).isEqualTo(document.parts());
    }

    @Test
    void valuesThatFindNoPlaceAreHandedOutInTheirOrder() {
        StoredValue document = document(
                "[{\"main\":{\"label\":{\"\":\"one\"}},\"links\":[{\"label\":{\"de\":\"2\",\"en\":\"three\"}}]}]");
        RewrittenDocument rewritten = labelsTo(INTEGER, document);
        assertThat(rewritten.lost()).containsExactly(new Lost("", "\"one\""), new Lost("en", "\"three\""));
        assertThat(rewritten.document().value()).isEqualTo("[{\"13\":{},\"14\":[{\"22@de\":2}]}]");
        assertThat(rewritten.document().parts()).isEqualTo(Map.of(13L, 1, 14L, 1, SampleBlocks.LABEL, 1));
    }

    @Test
    void aSetWhoseBlocksChangeIsSortedAnew() {
        StoredValue document = document("[{\"more\":{\"\":[{\"label\":{\"\":\"10\"}},{\"label\":{\"\":\"9\"}}]}}]");
        assertThat(document.value()).isEqualTo("[{\"15\":[{\"22\":\"10\"},{\"22\":\"9\"}]}]");
        RewrittenDocument rewritten = labelsTo(PropertyType.list(DataType.STRING), document);
        assertThat(rewritten.document().value()).isEqualTo("[{\"15\":[{\"22\":[\"10\"]},{\"22\":[\"9\"]}]}]");
        SampleBlocks after = blocks.with(SampleBlocks.LABEL, PropertyType.list(DataType.STRING));
        Object value = StoredForm.fromStored(TEASERS, rewritten.document(), after);
        assertThat(StoredForm.toStored(new UUID(1, 2), 7, "de", TEASERS, value, after))
                .isEqualTo(rewritten.document());
    }

    @Test
    void aDocumentIsRewrittenToWhatItsValueIsStoredAs() {
        SampleBlocks after = blocks.with(SampleBlocks.LABEL, INTEGER);
        for (Object value : new GeneratedValues(42, blocks).canonical(TEASERS, 300)) {
            StoredValue document = StoredForm.toStored(new UUID(1, 2), 7, "", TEASERS, value, blocks);
            StoredValue rewritten = labelsTo(INTEGER, document).document();
            Object read = StoredForm.fromStored(TEASERS, rewritten, after);
            assertThat(StoredForm.toStored(new UUID(1, 2), 7, "", TEASERS, read, after))
                    .isEqualTo(rewritten);
        }
    }

    @Test
    void documentsTellOfTheValuesThatAreAskedFor() {
        StoredValue document = document(
                "[{\"main\":{\"label\":{\"\":\"a\"}},\"links\":[{\"label\":{\"de\":\"b\"},\"price\":4}],\"count\":5}]");
        List<String> told = new ArrayList<>();
        DocumentParts.each(
                document,
                Set.of(14L, SampleBlocks.LABEL),
                (part, language, json) -> told.add(part + " " + language + " " + json));
        assertThat(told).containsExactly("22  \"a\"", "14  [{\"22@de\":\"b\",\"23\":4}]", "22 de \"b\"");
    }

    @Test
    void whatBelongsToPropertiesThatAreGoneIsLeftOut() {
        StoredValue document = document("[{\"count\":5,\"links\":[{\"label\":{\"de\":\"b\"},\"price\":4}]}]");
        assertThat(StoredForm.fromStored(TEASERS, document, blocks.without(SampleBlocks.LABEL)))
                .hasToString(ValueForm.parse(TEASERS, "[{\"count\":5,\"links\":[{\"price\":4}]}]", blocks)
                        .toString());
    }

    @Test
    void oneLanguageIsLeftOfWhatCeasesToBeLocalized() {
        StoredValue document = document(
                "[{\"links\":[{\"label\":{\"\":\"n\",\"de\":\"d\"}},{\"label\":{\"en\":\"e\",\"de\":\"d\"}}]}]");
        RewrittenDocument rewritten = LanguageRemoval.inDocument(document, TEASERS, SampleBlocks.LABEL, blocks);
        assertThat(rewritten.document().value()).isEqualTo("[{\"14\":[{\"22\":\"n\"},{\"22\":\"d\"}]}]");
        assertThat(rewritten.lost())
                .containsExactly(new Lost("de", "\"d\""), new Lost("de", "\"d\""), new Lost("en", "\"e\""));
    }
}
