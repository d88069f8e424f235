package dev.synchronizer.content;

import dev.synchronizer.json.JsonIn;
import dev.synchronizer.json.JsonOut;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.store.RuleRefusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Items that were left as they are, as they are kept with the application of rules that did so. */
final class RefusalJson {
    private static final String CODE = "code";
    private static final String SUBJECT = "subject";
    private static final String MESSAGE = "message";
    private static final String FIX = "fix";

    private RefusalJson() {}

    static RuleRefusal write(RefusedItem refused) {
        String problems = JsonOut.compact(out -> out.array(
                refused.problems(),
                problem -> out.object(() -> out.text(CODE, problem.code().id())
                        .text(SUBJECT, problem.subject())
                        .text(MESSAGE, problem.message())
                        .text(FIX, problem.fix()))));
        return new RuleRefusal(refused.id(), refused.type(), refused.name(), problems);
    }

    static RefusedItem read(RuleRefusal refusal) {
        List<Problem> problems = JsonIn.read(refusal.problems(), in -> in.array(() -> problem(in)));
        return new RefusedItem(refusal.item(), refusal.type(), refusal.name(), problems);
    }

    private static Problem problem(JsonIn in) {
        Map<String, String> texts = new HashMap<>();
        in.object(name -> texts.put(name, in.text()));
        ProblemCode known = ProblemCode.byId(texts.getOrDefault(CODE, ""));
        // A newer release may know of more reasons, and this one still what they say.
        ProblemCode code = Objects.requireNonNullElse(known, ProblemCode.SAVE_VETOED);
        return new Problem(
                code,
                texts.getOrDefault(SUBJECT, ""),
                texts.getOrDefault(MESSAGE, ""),
                texts.getOrDefault(FIX, code.fix()));
    }
}
