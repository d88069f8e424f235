package dev.synchronizer.validate;

import static dev.synchronizer.validate.Fixture.findings;
import static dev.synchronizer.validate.Fixture.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.model.PropertyModel;
import dev.synchronizer.model.PropertyType;
import dev.synchronizer.model.TypeModel;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** B8. */
class BlockCycleTest {
    @Test
    void aBlockThatEmbedsItselfIsACircle() {
        assertThat(findings(type("Box", embeds("Box", "BLOCK<Box>"))))
                .containsExactly("CT208 com.acme.Box: Box → Box is a circle of embedded blocks, through Box.toBox");
    }

    @Test
    void aListOfItselfIsACircleToo() {
        assertThat(findings(type("Box", embeds("Box", "LIST<BLOCK<Box>>")))).hasSize(1);
    }

    @Test
    void aLongerCircleIsReportedOnceBeginningWithTheSmallestName() {
        assertThat(findings(
                        type("Row", embeds("Row", "LIST<BLOCK<Cell>>")),
                        type("Table", embeds("Table", "BLOCK<Row>")),
                        type("Cell", embeds("Cell", "BLOCK<Table>"))))
                .containsExactly("CT208 com.acme.Cell: Cell → Table → Row → Cell is a circle of embedded blocks,"
                        + " through Cell.toTable, Table.toRow and Row.toCell");
    }

    @Test
    void circlesThatShareABlockAreReportedEach() {
        assertThat(findings(
                        type("A", embeds("A", "BLOCK<B>"), embeds("A", "BLOCK<C>")),
                        type("B", embeds("B", "BLOCK<A>")),
                        type("C", embeds("C", "BLOCK<A>"))))
                .hasSize(2)
                .anyMatch(finding -> finding.contains("A → B → A"))
                .anyMatch(finding -> finding.contains("A → C → A"));
    }

    @Test
    void aShortCircleWithinALongOneDoesNotHideIt() {
        assertThat(findings(
                        type("A", embeds("A", "BLOCK<B>")),
                        type("B", embeds("B", "BLOCK<A>"), embeds("B", "BLOCK<C>")),
                        type("C", embeds("C", "BLOCK<A>"))))
                .hasSize(2)
                .anyMatch(finding -> finding.contains("A → B → A"))
                .anyMatch(finding -> finding.contains("A → B → C → A"));
    }

    @Test
    void whatLeadsIntoOrOutOfACircleIsNotPartOfIt() {
        assertThat(findings(
                        type("Into", embeds("Into", "BLOCK<A>")),
                        type("A", embeds("A", "BLOCK<A>"), embeds("A", "BLOCK<Bridge>")),
                        type("Bridge", embeds("Bridge", "BLOCK<Z>")),
                        type("Z", embeds("Z", "BLOCK<Z>"), embeds("Z", "BLOCK<Out>")),
                        type("Out")))
                .hasSize(2)
                .anyMatch(finding -> finding.contains(" A → A "))
                .anyMatch(finding -> finding.contains(" Z → Z "));
    }

    @Test
    void twoWaysToOneBlockAreNoCircle() {
        assertThat(findings(
                        type("Page", embeds("Page", "BLOCK<Left>"), embeds("Page", "BLOCK<Right>")),
                        type("Left", embeds("Left", "BLOCK<Image>")),
                        type("Right", embeds("Right", "BLOCK<Image>")),
                        type("Image")))
                .isEmpty();
    }

    @Test
    void aReferenceAndABlockOutsideTheModelMakeNoCircle() {
        assertThat(findings(type("Box", embeds("Box", "REFERENCE"), embeds("Box", "BLOCK<Elsewhere>"))))
                .isEmpty();
    }

    @Test
    void aChainOfTenThousandBlocksIsNoCircleAndARingOfThemIsOne() {
        int count = 10_000;
        TypeModel[] ring = IntStream.range(0, count)
                .mapToObj(i -> type("T" + i, embeds("T" + i, "BLOCK<T" + (i + 1) % count + ">")))
                .toArray(TypeModel[]::new);
        assertThat(findings(ring)).hasSize(1);
        ring[count - 1] = type("T" + (count - 1));
        assertThat(findings(ring)).isEmpty();
    }

    private static PropertyModel embeds(String owner, String type) {
        PropertyType parsed = PropertyType.parse(type);
        String name = "to" + (parsed.blockType() == null ? "Item" : parsed.blockType());
        return new PropertyModel(name, parsed, "com.acme." + owner);
    }
}
