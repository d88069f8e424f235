package dev.synchronizer.cli;

import java.util.Locale;

/** The forms that results are written in. */
enum Format {
    TEXT("for people"),
    JSON("the documented, stable form for programs"),
    MARKDOWN("for a comment at a pull request"),
    SARIF("SARIF 2.1.0, for code scanning"),
    JUNIT("JUnit's XML, for build servers");

    private final String purpose;

    Format(String purpose) {
        this.purpose = purpose;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    String purpose() {
        return purpose;
    }

    @Override
    public String toString() {
        return label();
    }
}
