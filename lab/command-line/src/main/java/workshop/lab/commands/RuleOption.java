package workshop.lab.commands;

/** How the option --rule is explained, the same in every command that has it. */
final class RuleOption {
    static final String HELP =
            "Which transactions count: all; no-refunds, where refunds do not; review-large, where amounts"
                    + " above 10,000 are set apart. Default: all.";

    private RuleOption() {}
}
