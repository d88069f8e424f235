package dev.synchronizer.plan;

import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.model.ContentModel;
import dev.synchronizer.model.ModelJson;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.problem.ProblemsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A plan to be carried out later (D7): the declared model, what the caller wanted, the revision of the stored model
 * that it stands on, and a checksum of the plan itself. Carrying it out makes the plan again under the lock and goes on
 * only if it is the same one.
 */
public final class PlanFile {
    private static final String FORMAT = "synchronizer-plan-file/1";

    private final long revision;
    private final Instant plannedAt;
    private final Policy policy;
    private final ContentModel model;
    private final String planChecksum;

    PlanFile(long revision, Instant plannedAt, Policy policy, ContentModel model, String planChecksum) {
        this.revision = revision;
        this.plannedAt = plannedAt;
        this.policy = policy;
        this.model = model;
        this.planChecksum = planChecksum;
    }

    public static PlanFile of(SyncPlan plan, ContentModel model, Policy policy, Instant plannedAt) {
        return new PlanFile(plan.revision(), plannedAt, policy, model, checksumOf(plan));
    }

    public ContentModel model() {
        return model;
    }

    public Policy policy() {
        return policy;
    }

    /** The moment from which quarantines are counted. */
    public Instant plannedAt() {
        return plannedAt;
    }

    /** The given plan, made of this file's model, with a refusal if it is not the plan that was saved. */
    public SyncPlan confirm(SyncPlan made) {
        if (made.revision() == revision && checksumOf(made).equals(planChecksum)) {
            return made;
        }
        Problem stale = Problem.of(
                ProblemCode.PLAN_STALE,
                "plan",
                made.revision() == revision
                        ? "what is stored, or this program, makes another plan of the same model now"
                        : "it was made at revision %s of the stored model, which is now at %s"
                                .formatted(revision, made.revision()));
        // That a name means nothing any more is no wrong usage of whoever applies the plan, but part of its being
        // stale.
        return made.withoutUsageProblems().withProblems(Problems.of(stale));
    }

    private static String checksumOf(SyncPlan plan) {
        return sha256(JsonOut.compact(out -> PlanJson.writeDeeds(plan, out)));
    }

    /**
     * Writes the file, in place of one that exists.
     *
     * @throws ProblemsException if it cannot be written
     */
    public void write(Path path) {
        try {
            Files.writeString(path, text());
        } catch (IOException e) {
            throw new ProblemsException(
                    Problem.of(ProblemCode.OUTPUT_FAILED, path.toString(), "the plan cannot be written: " + e), e);
        }
    }

    /** What the file holds. */
    public String text() {
        String content = JsonOut.compact(this::content);
        return JsonOut.compact(out -> out.object(() -> {
                    out.text("format", FORMAT);
                    out.text("checksum", sha256(content));
                    out.text("content", content);
                }))
                + "\n";
    }

    private void content(JsonOut out) {
        out.object(() -> {
            out.number("revision", revision);
            out.text("plannedAt", plannedAt.toString());
            out.text("planChecksum", planChecksum);
            out.object("policy", () -> {
                namesUnlessNull("types", policy.scope().types(), out);
                namesUnlessNull("gone", policy.scope().goneModules(), out);
                namesUnlessNull("packages", policy.scope().packages(), out);
                out.flag("allowLossy", policy.allowLossy());
                out.text("orphans", orphans(policy.orphans()));
            });
            out.array("modules", model.modules(), module -> ModelJson.write(module, out));
            out.array("lookedUp", model.lookedUp(), module -> ModelJson.write(module, out));
        });
    }

    private static void namesUnlessNull(String member, @Nullable Set<String> names, JsonOut out) {
        if (names != null) {
            out.texts(member, new TreeSet<>(names));
        }
    }

    private static String orphans(OrphanPolicy policy) {
        if (policy instanceof OrphanPolicy.Quarantine quarantine) {
            return quarantine.time().toString();
        }
        return policy instanceof OrphanPolicy.Keep ? "keep" : "delete";
    }

    /**
     * Reads a file that {@link #write} wrote.
     *
     * @throws ProblemsException if it cannot be read, or was changed since
     */
    public static PlanFile read(Path path) {
        String content;
        try {
            content = checkedContent(Files.readString(path), path);
        } catch (NoSuchFileException e) {
            throw new ProblemsException(
                    Problem.of(ProblemCode.PATH_NOT_FOUND, path.toString(), "there is no such file"), e);
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(path, e);
        }
        try {
            return JsonIn.read(content, in -> {
                PlanFileReader reader = new PlanFileReader();
                in.object(member -> reader.member(member, in));
                return reader.file();
            });
        } catch (UncheckedIOException | IllegalArgumentException | DateTimeException e) {
            throw unreadable(path, e);
        }
    }

    private static ProblemsException unreadable(Path path, Exception cause) {
        return new ProblemsException(
                Problem.of(ProblemCode.PLAN_FILE_UNREADABLE, path.toString(), "it is not a saved plan"), cause);
    }

    private static String checkedContent(String text, Path path) {
        String[] parts = new String[3];
        JsonIn.read(text, in -> {
            in.object(member -> {
                switch (member) {
                    case "format" -> parts[0] = in.text();
                    case "checksum" -> parts[1] = in.text();
                    case "content" -> parts[2] = in.text();
                    default -> in.skip();
                }
            });
            return parts;
        });
        if (!FORMAT.equals(parts[0]) || parts[1] == null || parts[2] == null) {
            throw new ProblemsException(
                    Problem.of(
                            ProblemCode.PLAN_FILE_UNREADABLE,
                            path.toString(),
                            "it is of the form " + parts[0] + ", and not of " + FORMAT),
                    null);
        }
        if (!sha256(parts[2]).equals(parts[1])) {
            throw new ProblemsException(
                    Problem.of(ProblemCode.PLAN_FILE_ALTERED, path.toString(), "its content does not fit its checksum"),
                    null);
        }
        return parts[2];
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
