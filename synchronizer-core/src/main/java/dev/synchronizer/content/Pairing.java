package dev.synchronizer.content;

import dev.synchronizer.value.Block;
import dev.synchronizer.value.Values;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which elements of a list are which of the list that it was: those that are equal, then those that share what
 * no other one has, then those that were changed between neighbours that stayed. Where none of that decides, an element
 * is a new one: it would otherwise get what belongs to another.
 */
final class Pairing {
    static final int NONE = -1;
    private static final int SEVERAL = -2;

    private final List<Values> before;
    private final List<@Nullable Values> now;
    private final boolean inOrder;
    private final int[] pairs;
    private final boolean[] taken;

    private Pairing(List<Values> before, List<@Nullable Values> now, boolean inOrder) {
        this.before = before;
        this.now = now;
        this.inOrder = inOrder;
        pairs = new int[now.size()];
        Arrays.fill(pairs, NONE);
        taken = new boolean[before.size()];
    }

    /**
     * For each element its position before, or {@link #NONE}.
     *
     * @param inOrder whether positions say anything, which they do not in sets
     */
    static int[] of(List<Values> before, List<@Nullable Values> now, boolean inOrder) {
        Pairing pairing = new Pairing(before, now, inOrder);
        pairing.equalEnds();
        pairing.equalElements();
        pairing.mostShared();
        pairing.changedInPlace();
        return pairing.pairs;
    }

    private void pair(int old, int position) {
        pairs[position] = old;
        taken[old] = true;
    }

    private boolean isFree(int old, int position) {
        return pairs[position] == NONE && !taken[old] && now.get(position) != null;
    }

    /** First from both ends: of several that are equal, those are the same that have the same neighbours. */
    private void equalEnds() {
        int first = 0;
        while (inOrder && first < Math.min(before.size(), now.size()) && pairIfEqual(first, first)) {
            first++;
        }
        int last = 1;
        while (inOrder
                && last <= Math.min(before.size(), now.size()) - first
                && pairIfEqual(before.size() - last, now.size() - last)) {
            last++;
        }
    }

    private boolean pairIfEqual(int old, int position) {
        boolean equal = before.get(old).equals(now.get(position));
        if (equal) {
            pair(old, position);
        }
        return equal;
    }

    private void equalElements() {
        Map<Values, Deque<Integer>> left = new HashMap<>();
        for (int i = 0; i < before.size(); i++) {
            if (!taken[i]) {
                left.computeIfAbsent(before.get(i), any -> new ArrayDeque<>()).add(i);
            }
        }
        for (int i = 0; i < now.size(); i++) {
            Deque<Integer> equal = pairs[i] == NONE ? left.get(now.get(i)) : null;
            if (equal != null && !equal.isEmpty()) {
                pair(equal.remove(), i);
            }
        }
    }

    /** Those that share more with each other than either does with any other one. */
    private void mostShared() {
        Map<Detail, Integer> owners = owners();
        List<Map<Integer, Integer>> shared = new ArrayList<>();
        List<Map<Integer, Integer>> sharedBefore = new ArrayList<>();
        before.forEach(any -> sharedBefore.add(new HashMap<>()));
        for (int i = 0; i < now.size(); i++) {
            shared.add(new HashMap<>());
            for (Detail detail : pairs[i] == NONE ? Detail.all(now.get(i)) : Set.<Detail>of()) {
                int owner = owners.getOrDefault(detail, NONE);
                if (owner >= 0 && !taken[owner]) {
                    shared.get(i).merge(owner, 1, Integer::sum);
                    sharedBefore.get(owner).merge(i, 1, Integer::sum);
                }
            }
        }
        pairMostShared(shared, sharedBefore);
    }

    private void pairMostShared(List<Map<Integer, Integer>> shared, List<Map<Integer, Integer>> sharedBefore) {
        boolean found = true;
        while (found) {
            found = false;
            for (int i = 0; i < now.size(); i++) {
                int old = most(shared.get(i));
                if (old >= 0 && most(sharedBefore.get(old)) == i) {
                    pair(old, i);
                    int position = i;
                    shared.get(i).clear();
                    sharedBefore.get(old).clear();
                    shared.forEach(each -> each.remove(old));
                    sharedBefore.forEach(each -> each.remove(position));
                    found = true;
                }
            }
        }
    }

    private static int most(Map<Integer, Integer> counts) {
        int most = 0;
        int which = NONE;
        for (Map.Entry<Integer, Integer> each : counts.entrySet()) {
            if (each.getValue() > most) {
                most = each.getValue();
                which = each.getKey();
            } else if (each.getValue() == most) {
                which = SEVERAL;
            }
        }
        return which;
    }

    /** The only element that had a detail; what several had tells nothing. */
    private Map<Detail, Integer> owners() {
        Map<Detail, Integer> owners = new HashMap<>();
        for (int i = 0; i < before.size(); i++) {
            for (Detail detail : Detail.all(before.get(i))) {
                owners.merge(detail, i, (one, other) -> SEVERAL);
            }
        }
        return owners;
    }

    /** As many elements between two neighbours as there were between them before, or in the whole list. */
    private void changedInPlace() {
        int start = 0;
        while (inOrder && start < now.size()) {
            int end = start;
            while (end < now.size() && pairs[end] == NONE) {
                end++;
            }
            int left = start == 0 ? -1 : pairs[start - 1];
            int right = end == now.size() ? before.size() : pairs[end];
            if (right - left == end - start + 1) {
                pairInPlace(left + 1 - start, start, end);
            }
            start = end + 1;
        }
        if (before.size() == now.size() && (inOrder || isOneLeft())) {
            pairRest();
        }
    }

    private void pairInPlace(int offset, int start, int end) {
        for (int i = start; i < end; i++) {
            if (isFree(i + offset, i)) {
                pair(i + offset, i);
            }
        }
    }

    private boolean isOneLeft() {
        return Arrays.stream(pairs).filter(pair -> pair == NONE).count() == 1;
    }

    private void pairRest() {
        if (inOrder) {
            pairInPlace(0, 0, now.size());
            return;
        }
        for (int i = 0; i < now.size(); i++) {
            for (int old = 0; old < before.size(); old++) {
                if (isFree(old, i)) {
                    pair(old, i);
                }
            }
        }
    }

    /** A single value at any depth, by the path to it without positions. */
    private record Detail(String path, Object value) {
        static Set<Detail> all(@Nullable Values values) {
            Set<Detail> details = new HashSet<>();
            if (values != null) {
                add("", values, details);
            }
            return details;
        }

        private static void add(String path, Values values, Set<Detail> details) {
            values.forEach((key, value) -> add(path + "." + key, value, details));
        }

        private static void add(String path, @Nullable Object value, Set<Detail> details) {
            if (value instanceof Block block) {
                add(path, block.values(), details);
            } else if (value instanceof Collection<?> many) {
                many.forEach(each -> add(path, each, details));
            } else if (value != null) {
                details.add(new Detail(path, value));
            }
        }
    }
}
