package workshop.lab.classroom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import workshop.lab.classroom.Grade.Mark;
import workshop.producer.datasets.WorkshopDataset;
import workshop.settings.WorkshopException;
import workshop.transactions.Total;

/** Grades all files of a folder: each against the totals that its student's name leads to, and against all the others. */
public final class Grading {
    private static final String NEXT = "./workshop grade DIR, with the folder of the students' results";

    private static final int MOST_NAMED = 3;

    /** Whose totals these are. */
    private record Owner(StudentName student, ClassStage stage) {}

    private static final StudentName WORKSHOP = new StudentName(WorkshopDataset.DEFAULT_SEED);

    private final Map<StudentName, ExpectedResults> answers = new HashMap<>();
    private final Map<Map<String, Total>, Owner> owners = new HashMap<>();
    private final Map<ByteBuffer, List<Submission>> byBytes = new HashMap<>();
    private final Map<Map<String, Total>, List<Submission>> byTotals = new HashMap<>();

    private Grading(List<Submission> submissions) {
        learn(WORKSHOP);
        for (Submission submission : submissions) {
            learn(submission.student());
            byBytes.computeIfAbsent(submission.bytes(), bytes -> new ArrayList<>())
                    .add(submission);
            byTotals.computeIfAbsent(submission.totals(), totals -> new ArrayList<>())
                    .add(submission);
        }
    }

    /**
     * The grades, in the order of the files' paths.
     *
     * @throws WorkshopException if the folder is none, or is empty
     */
    public static List<Grade> of(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw WorkshopException.usage(
                    folder + " cannot be graded.", "It is not there, or it is not a folder.", NEXT);
        }
        List<Submission> submissions = SubmittedFolder.read(folder);
        if (submissions.isEmpty()) {
            throw WorkshopException.failed(folder + " cannot be graded.", "There is no file in it.", NEXT);
        }
        Grading grading = new Grading(submissions.stream()
                .filter(submission -> submission.handedIn().isPresent())
                .toList());
        return submissions.stream().map(grading::grade).toList();
    }

    private void learn(StudentName student) {
        answers.computeIfAbsent(student, name -> {
            ExpectedResults known = ExpectedResults.of(name.dataset());
            known.byStage().forEach((stage, answer) -> owners.put(answer.totals(), new Owner(name, stage)));
            return known;
        });
    }

    private Grade grade(Submission submission) {
        if (submission.handedIn().isEmpty()) {
            return new Grade(submission.name(), null, Mark.UNREADABLE, null, 0, "the file " + submission.flaw());
        }
        ExpectedResults own = answers.get(submission.student());
        Optional<ClassStage> stage = own.stageOf(submission.totals());
        if (stage.isPresent()) {
            return marked(submission, Mark.RIGHT, stage.get(), 0, "");
        }
        Difference difference = Difference.of(submission.totals(), own);
        int differing = difference.customers().size();
        Owner owner = owners.get(submission.totals());
        if (owner == null) {
            return marked(submission, Mark.WRONG, null, differing, difference.sentence());
        }
        if (owner.student().equals(WORKSHOP)) {
            // Not another student's: whoever leaves out --history gets them.
            String remark = "the totals of the workshop's own files in datasets/, after the " + owner.stage();
            return new Grade(submission.name(), submission.student().text(), Mark.WRONG, null, differing, remark);
        }
        String remark = "the totals of " + owner.student() + " after the " + owner.stage();
        return marked(submission, Mark.COPIED, null, differing, remark);
    }

    /** Names the files that are alike besides. */
    private Grade marked(Submission submission, Mark mark, ClassStage stage, int differing, String remark) {
        List<String> remarks = new ArrayList<>();
        remarks.add(remark);
        List<Submission> sameBytes = byBytes.get(submission.bytes());
        remarks.add(others("the same content as ", submission, sameBytes));
        remarks.add(others(
                "the same totals as ",
                submission,
                byTotals.get(submission.totals()).stream()
                        .filter(other -> !other.student().equals(submission.student()))
                        .toList()));
        remarks.removeIf(String::isEmpty);
        return new Grade(
                submission.name(), submission.student().text(), mark, stage, differing, String.join("; ", remarks));
    }

    @SuppressWarnings("ReferenceEquality") // the very submission, not one that says the same
    private static String others(String words, Submission submission, List<Submission> same) {
        List<String> others = same.stream()
                .filter(other -> other != submission)
                .map(Submission::name)
                .toList();
        if (others.isEmpty()) {
            return "";
        }
        int more = others.size() - MOST_NAMED;
        return words
                + others.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
    }
}
