package dev.synchronizer.rule.cel;

import dev.synchronizer.catalog.EffectiveType;
import dev.synchronizer.rule.Condition;
import dev.synchronizer.rule.RuleLanguage;
import dev.synchronizer.rule.RuleLimits;
import dev.synchronizer.rule.RuleTypes;

/**
 * Conditions in the Common Expression Language.
 *
 * <p>Variables: {@code item} and {@code old} hold the values now and before by the names of the properties;
 * {@code changed} is the list of the properties that change; {@code name} and {@code contentType} are those of the item;
 * {@code op}, {@code origin}, {@code store}, {@code lang} and {@code user} are strings. Names that the language reserves
 * stand between backticks, as in {@code item.`in`}.
 *
 * <p>Values: texts, UUIDs, URIs, languages, constants and the ids of items referred to are strings; whole numbers are
 * {@code int}, all others {@code double}; a point in time is a {@code timestamp}, whereas dates and times without a zone
 * are strings in their ISO form, which compare as they follow each other; lists and sets are lists, blocks have their own
 * properties. A localized property is seen in the language of the save, and {@code item.inLanguage('de').teaser} in
 * another one.
 *
 * <p>A value that is not there is null, and {@code has(item.teaser)} tells; a list or a block is empty, and {@code old}
 * is where an item is created. Where the outcome hangs on something of a value that is not there, such as
 * {@code item.views > 3}, the condition does not hold, and neither does its contrary; {@code !has(item.views) ||
 * item.views > 3} says what is meant. Any other error, such as a division by zero, fails.
 *
 * <p>No class of Java can be reached: there are the language's own functions and nothing else.
 */
public final class CelLanguage implements RuleLanguage {
    @Override
    public boolean isAvailable() {
        try {
            Class.forName("dev.cel.compiler.CelCompilerFactory", false, CelLanguage.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    @Override
    public Condition compile(String condition, EffectiveType type, RuleTypes types, RuleLimits limits) {
        return Compiling.compile(condition, type, types, limits);
    }
}
