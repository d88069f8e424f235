package dev.synchronizer.rule.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.synchronizer.catalog.EffectiveType;
import dev.synchronizer.rule.Condition;
import dev.synchronizer.rule.ConditionException;
import dev.synchronizer.rule.ConditionException.Flaw;
import dev.synchronizer.rule.ConditionException.Kind;
import dev.synchronizer.rule.RuleLimits;
import dev.synchronizer.rule.RuleTypes;
import java.util.List;

/** Makes programs of conditions. */
final class Compiling {
    private static final int DEEPEST = 50;
    private static final String IN_LANGUAGE = "inLanguage";
    private static final String IN_LANGUAGE_OF_ITEM = "item_in_language";

    private Compiling() {}

    static Condition compile(String text, EffectiveType type, RuleTypes types, RuleLimits limits) {
        if (text.length() > limits.characters()) {
            throw tooLarge("the condition has " + text.length() + " characters, and " + limits.characters()
                    + " at most are allowed");
        }
        CelOptions options = options(limits);
        Shapes shapes = Shapes.of(type, types);
        CelAbstractSyntaxTree tree = checked(text, shapes, options);
        List<Flaw> flaws = TreeCheck.of(tree, shapes, limits).flaws();
        if (!flaws.isEmpty()) {
            throw new ConditionException(Kind.REFUSED, flaws, null);
        }
        return new CelCondition(tree, program(tree, options), shapes, limits);
    }

    private static CelOptions options(RuleLimits limits) {
        return CelOptions.current()
                .maxExpressionCodePointSize(limits.characters())
                .maxParseRecursionDepth(DEEPEST)
                .comprehensionMaxIterations(limits.iterations())
                .enableHeterogeneousNumericComparisons(true)
                .enableQuotedIdentifierSyntax(true)
                .build();
    }

    private static CelAbstractSyntaxTree checked(String text, Shapes shapes, CelOptions options) {
        String name = shapes.root().name();
        CelType item = Shape.reference(name);
        CelCompilerBuilder compiler = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(options)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setTypeProvider(shapes.types())
                .addFunctionDeclarations(CelFunctionDecl.newFunctionDeclaration(
                        IN_LANGUAGE,
                        CelOverloadDecl.newMemberOverload(IN_LANGUAGE_OF_ITEM, item, item, SimpleType.STRING)));
        Variables.of(name).forEach(compiler::addVar);
        CelValidationResult result = compiler.build().compile(text);
        IssueWords words = new IssueWords(shapes);
        try {
            return result.getAst();
        } catch (CelValidationException e) {
            List<Flaw> flaws = e.getErrors().stream()
                    .filter(issue -> issue.getSeverity() == CelIssue.Severity.ERROR)
                    .map(words::flaw)
                    .distinct()
                    .toList();
            throw new ConditionException(Kind.REFUSED, flaws, e);
        }
    }

    private static CelRuntime.Program program(CelAbstractSyntaxTree tree, CelOptions options) {
        CelRuntime runtime = CelRuntimeFactory.plannerRuntimeBuilder()
                .setOptions(options)
                .setStandardFunctions(Searches.others())
                .addFunctionBindings(Searches.bindings())
                .addFunctionBindings(CelFunctionBinding.fromOverloads(
                        IN_LANGUAGE,
                        CelFunctionBinding.from(IN_LANGUAGE_OF_ITEM, Holder.class, String.class, Holder::inLanguage)))
                .build();
        try {
            return runtime.createProgram(tree);
        } catch (CelEvaluationException e) {
            throw new ConditionException(Kind.REFUSED, List.of(Flaw.ofAll(String.valueOf(e.getMessage()), "")), e);
        }
    }

    static ConditionException tooLarge(String message) {
        return new ConditionException(Kind.CUT_OFF, List.of(Flaw.ofAll(message, "")), null);
    }
}
