package dev.synchronizer.staging;

import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.staging.Answer.Outcome;
import dev.synchronizer.task.Clash;
import dev.synchronizer.task.ConflictPolicy;
import dev.synchronizer.task.SubjectState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Answers as canonical JSON. */
final class AnswerJson {
    private static final String DECIDED = "decided";

    private static final String SHOWN = "shown";

    private AnswerJson() {}

    static String write(Answer answer) {
        return write(answer, Optional.empty());
    }

    /** @param decided what somebody has decided about the conflict that it was in */
    static String write(Answer answer, Optional<Decision> decided) {
        return JsonOut.compact(out -> out.object(() -> {
            decided.ifPresent(decision -> {
                out.text(DECIDED, decision.policy().name());
                if (decision.shown() != null) {
                    out.text(SHOWN, decision.shown());
                }
            });
            members(answer, out);
        }));
    }

    static void writeTo(Answer answer, JsonOut out) {
        out.object(() -> members(answer, out));
    }

    private static void members(Answer answer, JsonOut out) {
        out.text("outcome", answer.outcome().name());
        out.texts("messages", answer.messages());
        out.texts("missing", answer.missing());
        out.array("clashes", answer.clashes(), clash -> clash(clash, out));
        SubjectState current = answer.current();
        if (current != null) {
            out.object(
                    "current",
                    () -> current.places()
                            .forEach((place, json) -> out.name(place).json(json)));
        }
    }

    /** What somebody has decided; empty where nobody has. */
    static Optional<Decision> decided(String json) {
        TreeMap<String, String> texts = new TreeMap<>();
        JsonIn.read(json, in -> {
            in.object(name -> {
                if (name.equals(DECIDED) || name.equals(SHOWN)) {
                    texts.put(name, in.text());
                } else {
                    in.skip();
                }
            });
            return texts;
        });
        return Optional.ofNullable(texts.get(DECIDED))
                .map(policy -> new Decision(ConflictPolicy.valueOf(policy), texts.get(SHOWN)));
    }

    private static void clash(Clash clash, JsonOut out) {
        out.object(() -> {
            out.text("place", clash.place());
            json("base", clash.base(), out);
            json("sent", clash.sent(), out);
            json("there", clash.there(), out);
            out.flag("overlapping", clash.overlapping());
        });
    }

    private static void json(String name, Optional<String> json, JsonOut out) {
        json.ifPresent(value -> out.name(name).json(value));
    }

    static Answer read(String json) {
        return JsonIn.read(json, AnswerJson::read);
    }

    /** An outcome that a newer release knows of counts as a failure, so that it is asked again. */
    static Answer read(JsonIn in) {
        Reading reading = new Reading();
        in.object(name -> reading.member(name, in));
        return new Answer(reading.outcome, reading.messages, reading.missing, reading.clashes, reading.current);
    }

    private static final class Reading {
        private Outcome outcome = Outcome.FAILED;
        private List<String> messages = List.of();
        private List<String> missing = List.of();
        private final List<Clash> clashes = new ArrayList<>();
        private @Nullable SubjectState current;

        void member(String name, JsonIn in) {
            switch (name) {
                case "outcome" -> outcome = outcome(in.text());
                case "messages" -> messages = in.texts();
                case "missing" -> missing = in.texts();
                case "clashes" -> in.elements(() -> clashes.add(clash(in)));
                case "current" -> current = state(in);
                default -> in.skip();
            }
        }

        private static Outcome outcome(String name) {
            for (Outcome outcome : Outcome.values()) {
                if (outcome.name().equals(name)) {
                    return outcome;
                }
            }
            return Outcome.FAILED;
        }

        private static Clash clash(JsonIn in) {
            TreeMap<String, String> json = new TreeMap<>();
            String[] place = {""};
            boolean[] overlapping = {false};
            in.object(name -> {
                switch (name) {
                    case "place" -> place[0] = in.text();
                    case "overlapping" -> overlapping[0] = in.flag();
                    default -> json.put(name, JsonOut.compact(in::copyTo));
                }
            });
            return new Clash(
                    place[0],
                    Optional.ofNullable(json.get("base")),
                    Optional.ofNullable(json.get("sent")),
                    Optional.ofNullable(json.get("there")),
                    overlapping[0]);
        }

        private static SubjectState state(JsonIn in) {
            TreeMap<String, String> places = new TreeMap<>();
            in.object(place -> places.put(place, JsonOut.compact(in::copyTo)));
            return SubjectState.of(places);
        }
    }
}
