package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Desk.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.annotation.ContentKind;
import dev.synchronizer.annotation.ContentType;
import dev.synchronizer.annotation.DataType;
import dev.synchronizer.annotation.Property;
import dev.synchronizer.content.Item;
import dev.synchronizer.content.NewItem;
import dev.synchronizer.content.Violation;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemsException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/** Model classes of every shape: what cannot be read or saved through them is said, and nothing is left out in silence. */
class ContentTypedClassesTest {
    @TempDir
    Path folder;

    interface Numbered {
        default int getNumber() {
            return 7;
        }

        default void setNumber(int value) {}
    }

    static class Hidden<T> {
        private T title;
        private List<T> tags;

        public T getTitle() {
            return title;
        }

        public void setTitle(T value) {
            title = value;
        }

        public final List<T> getTags() {
            return tags;
        }

        public final void setTags(List<T> value) {
            tags = value;
        }
    }

    @ContentType
    public static class Shown extends Hidden<String> implements Numbered {}

    @ContentType
    public record Strict(
            String title, @Property(type = DataType.DECIMAL) double price) {
        public Strict {
            Objects.requireNonNull(title, "a title is needed");
        }
    }

    @ContentType
    public static class Choosy {
        private @Nullable String mood = "good";

        public String getMood() {
            return Objects.requireNonNull(mood, "no mood");
        }

        public void setMood(@Nullable String value) {
            if ("bad".equals(value)) {
                throw new IllegalArgumentException("no " + value + " mood");
            }
            mood = value;
        }
    }

    @ContentType
    public static class Closed {
        public Closed(String any) {
            Objects.requireNonNull(any);
        }
    }

    @ContentType(kind = ContentKind.BLOCK)
    public static class Part {
        private String text;

        public String getText() {
            return text;
        }

        public void setText(String value) {
            text = value;
        }
    }

    @ContentType(kind = ContentKind.BLOCK)
    public static class SpecialPart extends Part {}

    @ContentType(kind = ContentKind.BLOCK)
    public record Piece(String text) {}

    @ContentType
    public static class Whole {
        private List<Part> parts;
        private List<Piece> pieces;

        public List<Part> getParts() {
            return parts;
        }

        public void setParts(List<Part> value) {
            parts = value;
        }

        public List<Piece> getPieces() {
            return pieces;
        }

        public void setPieces(List<Piece> value) {
            pieces = value;
        }
    }

    private Site start(Product product) {
        return Site.start(
                product,
                TypedModels.jar(
                        folder,
                        Numbered.class,
                        Hidden.class,
                        Shown.class,
                        Strict.class,
                        Choosy.class,
                        Closed.class,
                        Part.class,
                        SpecialPart.class,
                        Piece.class,
                        Whole.class));
    }

    @OnEveryDatabase
    void accessorsInheritedFromClassesThatAreNotPublicCount(Product product) {
        try (Site site = start(product)) {
            Shown given = new Shown();
            given.setTitle("T");
            given.setTags(List.of("a", "b"));

            Item made = site.items().create("Ada", "S", given);

            assertThat(made.values().asMap()).hasSize(3);
            assertThat(made.get("number")).contains(7);
            Shown read = site.items().get(made.id(), Shown.class);
            assertThat(read).usingRecursiveComparison().isEqualTo(given);
            read.setTitle("U");
            assertThat(site.items().save("Ada", made.id(), 1, read).get("title"))
                    .contains("U");
        }
    }

    @OnEveryDatabase
    void whatAClassThrowsIsSaidWithTheClassAndItsCode(Product product) {
        try (Site site = start(product)) {
            Item strict = site.create("Strict", "S");
            Item choosy = site.items().create("Ada", NewItem.of("Choosy", "C").with("mood", "bad"));
            Choosy none = new Choosy();
            none.setMood(null);

            ProblemsException failure = catchThrowableOfType(
                    ProblemsException.class, () -> site.items().get(strict.id(), Strict.class));
            assertThat(failure).hasCauseInstanceOf(NullPointerException.class);
            assertThat(failure.problems().asList())
                    .extracting(Problem::code, Problem::subject, Problem::message)
                    .containsExactly(tuple(
                            ProblemCode.NO_TYPED_ACCESS,
                            Strict.class.getName(),
                            "its constructor failed with java.lang.NullPointerException: a title is needed"));
            assertThat(refused(() -> site.items().get(choosy.id(), Choosy.class)))
                    .extracting(Problem::message)
                    .containsExactly("setMood failed with java.lang.IllegalArgumentException: no bad mood");
            assertThat(refused(() -> site.items().create("Ada", "x", none)))
                    .extracting(Problem::message)
                    .containsExactly("getMood failed with java.lang.NullPointerException: no mood");
            Item closed = site.create("Closed", "C");
            assertThat(refused(() -> site.items().get(closed.id(), Closed.class)))
                    .extracting(Problem::message)
                    .containsExactly("it has no public constructor without parameters");
        }
    }

    @OnEveryDatabase
    void aNumberThatIsNoneIsSaidToBeNone(Product product) {
        try (Site site = start(product)) {
            assertThat(Site.violations(() -> site.items().create("Ada", "S", new Strict("T", Double.NaN))))
                    .extracting(Violation::place, Violation::message)
                    .containsExactly(tuple("Strict.price", "the value is not a finite number"));
        }
    }

    @OnEveryDatabase
    void nullInAListOfBlocksIsAViolationWithItsPosition(Product product) {
        try (Site site = start(product)) {
            Whole whole = new Whole();
            whole.setParts(List.of(new Part()));
            whole.setPieces(List.of(new Piece("a")));
            Item made = site.items().create("Ada", "W", whole);
            whole.setParts(Arrays.asList(new Part(), null));
            whole.setPieces(Arrays.asList(null, new Piece("a")));

            assertThat(Site.violations(() -> site.items().create("Ada", "W", whole)))
                    .extracting(Violation::property, Violation::code, Violation::message)
                    .containsExactly(
                            tuple("parts", ProblemCode.UNFIT_VALUE, "the value is null (position 2)"),
                            tuple("pieces", ProblemCode.UNFIT_VALUE, "the value is null (position 1)"));
            assertThat(Site.violations(() -> site.items().save("Ada", made.id(), 1, whole)))
                    .extracting(Violation::property)
                    .containsExactly("parts", "pieces");
        }
    }

    @OnEveryDatabase
    void aBlockOfAnotherTypeIsNotTakenForTheOneThatStandsThere(Product product) {
        try (Site site = start(product)) {
            Whole whole = new Whole();
            whole.setParts(List.of(new SpecialPart()));

            assertThat(refused(() -> site.items().create("Ada", "W", whole)))
                    .extracting(Problem::code, Problem::subject, Problem::message)
                    .containsExactly(tuple(
                            ProblemCode.NO_TYPED_ACCESS,
                            SpecialPart.class.getName(),
                            "it is the type SpecialPart, and Part is what stands there"));
        }
    }
}
