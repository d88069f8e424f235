package dev.synchronizer.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.annotation.ContentType;
import dev.synchronizer.scan.PoolSearch.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether a class may be annotated, from the pool of constants at its beginning. */
class PoolSearchTest {
    private static final String WANTED = ContentType.class.descriptorString();
    private static final String NAME = "com/acme/Article";

    private final PoolSearch search = new PoolSearch(ContentType.class);

    private Answer look(PoolBytes pool) {
        byte[] bytes = pool.bytes();
        search.begin(NAME);
        return search.look(bytes, bytes.length);
    }

    private static PoolBytes ofArticle() {
        return PoolBytes.of(NAME);
    }

    @Test
    void theDescriptorMayBeTheFirstConstantOrTheLast() {
        assertThat(look(PoolBytes.empty().utf8(WANTED).self(NAME))).isEqualTo(Answer.PRESENT);
        assertThat(look(ofArticle().utf8("other").utf8(WANTED))).isEqualTo(Answer.PRESENT);
    }

    @Test
    void aTextThatOnlyContainsTheDescriptorOrIsAsLongIsNotIt() {
        assertThat(look(ofArticle().utf8("(" + WANTED + ")V").utf8("x".repeat(WANTED.length()))))
                .isEqualTo(Answer.ABSENT);
    }

    static Stream<PoolBytes> everyKindOfConstant() {
        return Stream.of(
                ofArticle().constant(3, 4).named("Integer"),
                ofArticle().constant(4, 4).named("Float"),
                ofArticle().wide(5).named("Long"),
                ofArticle().wide(6).named("Double"),
                ofArticle().constant(7, 2).named("Class"),
                ofArticle().constant(8, 2).named("String"),
                ofArticle().constant(9, 4).named("Fieldref"),
                ofArticle().constant(10, 4).named("Methodref"),
                ofArticle().constant(11, 4).named("InterfaceMethodref"),
                ofArticle().constant(12, 4).named("NameAndType"),
                ofArticle().constant(15, 3).named("MethodHandle"),
                ofArticle().constant(16, 2).named("MethodType"),
                ofArticle().constant(17, 4).named("Dynamic"),
                ofArticle().constant(18, 4).named("InvokeDynamic"),
                ofArticle().constant(19, 2).named("Module"),
                ofArticle().constant(20, 2).named("Package"));
    }

    @ParameterizedTest
    @MethodSource("everyKindOfConstant")
    void everyKindOfConstantIsStridden(PoolBytes pool) {
        assertThat(look(pool)).isEqualTo(Answer.ABSENT);
        assertThat(look(pool.utf8(WANTED))).isEqualTo(Answer.PRESENT);
    }

    @Test
    void theClassMayStandBehindConstantsOfTwoSlots() {
        assertThat(look(PoolBytes.empty().wide(5).wide(6).self(NAME))).isEqualTo(Answer.ABSENT);
        assertThat(look(PoolBytes.empty().self(NAME).wide(6))).isEqualTo(Answer.ABSENT);
    }

    @Test
    void moreIsAskedForUntilThePoolHasEndedWhereverItIsCut() {
        byte[] bytes = ofArticle()
                .constant(12, 4)
                .wide(5)
                .utf8("x".repeat(70))
                .utf8("end")
                .bytes();

        search.begin(NAME);
        for (int length = 0; length < bytes.length; length++) {
            assertThat(search.look(bytes, length)).as("%s bytes", length).isEqualTo(Answer.MORE);
        }
        assertThat(search.look(bytes, bytes.length)).isEqualTo(Answer.ABSENT);
    }

    @Test
    void theDescriptorIsFoundAlsoWhereAPieceEndsWithinIt() {
        byte[] bytes = ofArticle().utf8(WANTED).bytes();
        int end = bytes.length - PoolBytes.BEHIND;

        search.begin(NAME);
        assertThat(search.look(bytes, end - WANTED.length())).isEqualTo(Answer.MORE);
        assertThat(search.look(bytes, end - 1)).isEqualTo(Answer.MORE);
        assertThat(search.look(bytes, end)).isEqualTo(Answer.PRESENT);
    }

    @Test
    void whatIsNoPoolOrOfAnotherClassIsUnclear() {
        byte[] noise = "noise that is no class file".getBytes(StandardCharsets.UTF_8);

        search.begin(NAME);
        assertThat(search.look(noise, noise.length)).isEqualTo(Answer.UNCLEAR);
        assertThat(look(ofArticle().constant(13, 2))).isEqualTo(Answer.UNCLEAR);
        assertThat(look(ofArticle().constant(200, 2))).isEqualTo(Answer.UNCLEAR);
        assertThat(look(PoolBytes.of("com/acme/Another"))).isEqualTo(Answer.UNCLEAR);
        assertThat(look(PoolBytes.of("com/acme/Artikel"))).isEqualTo(Answer.UNCLEAR);
        assertThat(look(PoolBytes.empty().utf8(NAME).wide(5))).isEqualTo(Answer.UNCLEAR);
    }

    @Test
    void anUnclearFileIsSearchedWhole() {
        byte[] without = ofArticle().constant(13, 2).bytes();
        byte[] with = ofArticle().constant(13, 2).utf8(WANTED).bytes();

        search.begin(NAME);
        assertThat(search.mayBeIn(without)).isFalse();
        search.begin(NAME);
        assertThat(search.mayBeIn(with)).isTrue();
        search.begin(NAME);
        assertThat(search.mayBeIn(Arrays.copyOf(with, with.length - PoolBytes.BEHIND)))
                .isTrue();
    }

    @Test
    void oneSearchServesManyClassesOfAllSizes() {
        PoolBytes large = ofArticle();
        for (int i = 0; i < 5_000; i++) {
            large.constant(12, 4);
        }

        assertThat(look(ofArticle())).isEqualTo(Answer.ABSENT);
        assertThat(look(large)).isEqualTo(Answer.ABSENT);
        assertThat(look(ofArticle().utf8(WANTED))).isEqualTo(Answer.PRESENT);
        assertThat(look(PoolBytes.empty().utf8(NAME))).isEqualTo(Answer.UNCLEAR);
    }
}
