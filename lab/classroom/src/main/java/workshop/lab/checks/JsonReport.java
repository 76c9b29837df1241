package workshop.lab.checks;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import workshop.lab.text.JsonText;
import workshop.settings.WorkshopException;

/** What the checks found, for programs: one JSON document. */
public final class JsonReport {
    private JsonReport() {}

    /**
     * Epoch and merged total are null if they cannot be told; the total is a string with two decimals.
     *
     * @param version of the workshop
     * @param at when the checks were run
     */
    public static String of(List<StepResult> results, Evidence evidence, String version, Instant at) {
        return JsonText.written(json -> {
            json.writeStartObject();
            json.writeStringField("workshop", version);
            json.writeStringField("time", at.toString());
            standing(json, evidence);
            json.writeBooleanField("done", results.stream().allMatch(StepResult::isDone));
            json.writeArrayFieldStart("steps");
            for (StepResult result : results) {
                step(json, result);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void standing(JsonGenerator json, Evidence evidence) throws IOException {
        Integer epoch = null;
        String merged = null;
        if (evidence.settings() != null) {
            try {
                epoch = evidence.cuts().published();
                merged = evidence.verification().merged().toPlainString();
            } catch (WorkshopException told) {
                // which the checks have found too
            }
        }
        json.writeObjectField("epoch", epoch);
        json.writeStringField("merged_total", merged);
    }

    private static void step(JsonGenerator json, StepResult result) throws IOException {
        json.writeStartObject();
        json.writeNumberField("step", result.step());
        json.writeStringField("title", result.title());
        json.writeBooleanField("done", result.isDone());
        json.writeArrayFieldStart("findings");
        for (StepFinding finding : result.findings()) {
            json.writeStartObject();
            json.writeStringField("status", finding.state().toString());
            json.writeStringField("what", finding.what());
            json.writeStringField("why", finding.why());
            json.writeStringField("next", finding.next());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
