package dev.synchronizer.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Which instructions of a method may come after which, by their positions. */
final class ControlFlow {
    private final Map<Integer, Integer> places = new HashMap<>();
    private final List<List<Integer>> next = new ArrayList<>();
    private final List<List<Integer>> handlers = new ArrayList<>();

    ControlFlow(List<Instruction> code, List<Guarded> guarded) {
        for (int i = 0; i < code.size(); i++) {
            if (code.get(i).opcode() == Instruction.PLACE) {
                places.put(code.get(i).jumps().get(0), i);
            }
        }
        for (int i = 0; i < code.size(); i++) {
            List<Integer> following = new ArrayList<>();
            if (code.get(i).opcode() != Instruction.PLACE) {
                code.get(i).jumps().forEach(place -> following.add(at(place)));
            }
            if (code.get(i).goesOn() && i + 1 < code.size()) {
                following.add(i + 1);
            }
            next.add(following);
            handlers.add(handlersAt(i, guarded));
        }
    }

    private int at(int place) {
        return Objects.requireNonNull(places.get(place));
    }

    private List<Integer> handlersAt(int position, List<Guarded> guarded) {
        List<Integer> found = new ArrayList<>();
        for (Guarded each : guarded) {
            if (at(each.start()) <= position && position < at(each.end())) {
                found.add(at(each.handler()));
            }
        }
        return found;
    }

    /** Where it may go on when the instruction has done its work. */
    List<Integer> after(int position) {
        return next.get(position);
    }

    /** Where it may go on when the instruction fails. */
    List<Integer> onFailure(int position) {
        return handlers.get(position);
    }

    /**
     * Instructions whose failure is handled, by places.
     *
     * @param start the first of them
     * @param end what comes behind the last of them
     * @param handler where it goes on
     */
    record Guarded(int start, int end, int handler) {}
}
