package dev.synchronizer.scan;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Names the local variables of a method by what is done with them, for their numbers depend on debug information: with it,
 * a compiler gives a place also to a constant that is never read from there.
 */
final class LocalVariables {
    private final List<Instruction> code;
    private final ControlFlow flow;
    private final BitSet[] live;
    /** By instruction and variable, one of the instructions that may have stored it last; those of parameters are behind. */
    private final int[][] storedBy;

    private final BitSet reached = new BitSet();
    private final int[] sameAs;
    private final int variables;
    private final Map<Integer, String> names = new HashMap<>();

    /** @param parameters how many variables there are from the beginning */
    LocalVariables(List<Instruction> code, ControlFlow flow, int parameters) {
        this.code = code;
        this.flow = flow;
        this.variables = Math.max(
                parameters, code.stream().mapToInt(Instruction::variable).max().orElse(-1) + 1);
        this.live = new BitSet[code.size()];
        this.storedBy = new int[code.size()][variables];
        this.sameAs = new int[code.size() + variables];
        findLive();
        findStores(parameters);
        for (int i = 0; i < parameters; i++) {
            names.putIfAbsent(root(code.size() + i), "parameter" + i);
        }
    }

    private void findLive() {
        Arrays.setAll(live, i -> new BitSet());
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = code.size() - 1; i >= 0; i--) {
                BitSet before = liveAfter(i);
                if (code.get(i).isStore()) {
                    before.clear(code.get(i).variable());
                } else if (code.get(i).isLoad()) {
                    before.set(code.get(i).variable());
                }
                flow.onFailure(i).forEach(handler -> before.or(live[handler]));
                changed |= !before.equals(live[i]);
                live[i] = before;
            }
        }
    }

    private BitSet liveAfter(int position) {
        BitSet after = new BitSet();
        flow.after(position).forEach(next -> after.or(live[next]));
        return after;
    }

    private void findStores(int parameters) {
        Arrays.setAll(sameAs, i -> i);
        for (int[] each : storedBy) {
            Arrays.fill(each, -1);
        }
        if (code.isEmpty()) {
            return;
        }
        for (int i = 0; i < parameters; i++) {
            storedBy[0][i] = code.size() + i;
        }
        Deque<Integer> open = new ArrayDeque<>(List.of(0));
        while (!open.isEmpty()) {
            int position = open.remove();
            int[] after = storedBy[position].clone();
            if (code.get(position).isStore()) {
                after[code.get(position).variable()] = position;
            }
            flow.after(position).forEach(next -> arrive(after, next, open));
            flow.onFailure(position).forEach(next -> arrive(storedBy[position], next, open));
        }
    }

    /** What may have been stored at either of two places, and is read further on, is one variable. */
    private void arrive(int[] stored, int position, Deque<Integer> open) {
        boolean news = false;
        for (int variable = 0; variable < variables; variable++) {
            if (stored[variable] >= 0 && live[position].get(variable)) {
                int known = storedBy[position][variable];
                if (known < 0) {
                    storedBy[position][variable] = stored[variable];
                    news = true;
                } else {
                    sameAs[root(stored[variable])] = root(known);
                }
            }
        }
        if (news || !reached.get(position)) {
            reached.set(position);
            open.add(position);
        }
    }

    private int root(int store) {
        int root = store;
        while (sameAs[root] != root) {
            root = sameAs[root];
        }
        return root;
    }

    /** Whether a constant is put, here and by the next instruction, where nobody reads it. */
    boolean isUnreadConstant(int position) {
        return position + 1 < code.size()
                && code.get(position).pushesConstant()
                && code.get(position + 1).isStore()
                && !liveAfter(position + 1).get(code.get(position + 1).variable());
    }

    /** The name of the variable that an instruction is about; they are counted as they are asked for. */
    String name(int position) {
        int variable = code.get(position).variable();
        int store = code.get(position).isStore() ? position : storedBy[position][variable];
        return store < 0 ? "nothing" : names.computeIfAbsent(root(store), key -> "variable" + names.size());
    }
}
