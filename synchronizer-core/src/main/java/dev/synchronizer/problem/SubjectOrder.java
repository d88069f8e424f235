package dev.synchronizer.problem;

/** Texts as people sort them: numbers within them by what they count, so that line 10 comes behind line 2. */
final class SubjectOrder {
    private SubjectOrder() {}

    static int compare(String one, String other) {
        int at = 0;
        int with = 0;
        while (at < one.length() && with < other.length()) {
            int end = endOfNumber(one, at);
            int otherEnd = endOfNumber(other, with);
            boolean numbers = end > at && otherEnd > with;
            int difference = numbers
                    ? compareNumbers(one.substring(at, end), other.substring(with, otherEnd))
                    : Character.compare(one.charAt(at), other.charAt(with));
            if (difference != 0) {
                return difference;
            }
            at = numbers ? end : at + 1;
            with = numbers ? otherEnd : with + 1;
        }
        int left = Boolean.compare(at < one.length(), with < other.length());
        return left != 0 ? left : one.compareTo(other);
    }

    private static int endOfNumber(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static int compareNumbers(String one, String other) {
        String digits = withoutZeros(one);
        String otherDigits = withoutZeros(other);
        int longer = Integer.compare(digits.length(), otherDigits.length());
        return longer != 0 ? longer : digits.compareTo(otherDigits);
    }

    private static String withoutZeros(String digits) {
        int from = 0;
        while (from < digits.length() - 1 && digits.charAt(from) == '0') {
            from++;
        }
        return digits.substring(from);
    }
}
