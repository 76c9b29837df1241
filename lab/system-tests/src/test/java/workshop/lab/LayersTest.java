package workshop.lab;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import workshop.settings.Runner;
import workshop.transactions.history.HistoryKey;

@AnalyzeClasses(packages = "workshop", importOptions = DoNotIncludeTests.class)
class LayersTest {
    @ArchTest
    static final ArchRule no_layer_imports_another_layer = slices().matching(
                    "workshop.(producer|batch|speed|kappa|serving)..")
            .should()
            .notDependOnEachOther()
            .because("layers meet only in Kafka, in the lake and in PostgreSQL");

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching("workshop.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothing_but_lab_and_bench_knows_lab = noClasses()
            .that()
            .resideOutsideOfPackages("workshop.lab..", "workshop.bench..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("workshop.lab..");

    @ArchTest
    static final ArchRule bench_compares_with_plain_programs = classes()
            .that()
            .resideInAPackage("workshop.bench..")
            .should()
            .onlyDependOnClassesThat(resideOutsideOfPackage("workshop..")
                    .or(resideInAnyPackage(
                            "workshop.bench..",
                            "workshop.lab.services..",
                            "workshop.handoff..",
                            "workshop.settings..",
                            "workshop.producer..")))
            .because("what a layer is compared with must not use the layer's code");

    @ArchTest
    static final ArchRule the_shared_rule_knows_no_layer = noClasses()
            .that()
            .resideInAnyPackage(
                    "workshop.transactions..", "workshop.handoff..", "workshop.streaming..", "workshop.settings..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "workshop.producer..",
                    "workshop.batch..",
                    "workshop.speed..",
                    "workshop.kappa..",
                    "workshop.serving..");

    @ArchTest
    static final ArchRule the_contract_needs_neither_Spark_nor_Kafka_nor_PostgreSQL = noClasses()
            .that()
            .resideInAnyPackage(
                    "workshop.transactions",
                    "workshop.transactions.history",
                    "workshop.transactions.looks",
                    "workshop.settings")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "org.apache.kafka..", "org.postgresql..", "java.sql..");

    @ArchTest
    static final ArchRule the_recount_needs_no_Spark = noClasses()
            .that()
            .resideInAnyPackage("workshop.lab.verify..", "workshop.lab.classroom", "workshop.producer..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.spark..",
                    "workshop.batch..",
                    "workshop.speed..",
                    "workshop.kappa..",
                    "workshop.transactions.spark..");

    @ArchTest
    static final ArchRule the_recount_reads_history_files_by_itself = noClasses()
            .that()
            .resideInAPackage("workshop.lab.verify..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("workshop.transactions.history..").and(not(type(HistoryKey.class))))
            .because("a reader that loses a record must not lose it in the recount too; the key of a record in Kappa's"
                    + " topic is a value, which is compared");

    @ArchTest
    static final ArchRule amounts_are_never_binary_fractions = noClasses()
            .that()
            .resideInAnyPackage(
                    "workshop.transactions..",
                    "workshop.handoff..",
                    "workshop.batch..",
                    "workshop.speed..",
                    "workshop.kappa..",
                    "workshop.lab.verify..",
                    "workshop.lab.classroom..")
            .should()
            .callMethod(java.math.BigDecimal.class, "doubleValue")
            .orShould()
            .callMethod(java.math.BigDecimal.class, "floatValue")
            .orShould()
            .callConstructor(java.math.BigDecimal.class, double.class);

    @ArchTest
    static final ArchRule no_layer_says_how_a_command_is_typed = classes()
            .that()
            .resideInAnyPackage(
                    "workshop.producer..",
                    "workshop.batch..",
                    "workshop.speed..",
                    "workshop.kappa..",
                    "workshop.serving..",
                    "workshop.transactions..",
                    "workshop.handoff..",
                    "workshop.streaming..",
                    "workshop.settings..")
            .and(not(type(Runner.class)))
            .should(new HoldsNoText("./workshop", "docker compose", ".jar"))
            .because("a layer may run by the command line, by spark-submit or in Compose: it names a Command, and the"
                    + " Runner says how that is typed");
}
