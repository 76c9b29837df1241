package workshop.lab.classroom;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import workshop.settings.WorkshopException;
import workshop.transactions.Total;

/**
 * What a grade looks at in a file: who, and which totals. Whatever else stands in it, its stage among that, is the
 * student's word and counts for nothing.
 */
record SubmittedTotals(StudentName student, Map<String, Total> totals) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final Pattern PLAIN_AMOUNT = Pattern.compile("-?[0-9]{1,36}(\\.[0-9]{1,2})?");
    /** As PostgreSQL's numeric(38, 2): more than any total can have. */
    private static final int MAX_DIGITS = 38;

    SubmittedTotals {
        totals = Collections.unmodifiableMap(new TreeMap<>(totals));
    }

    static SubmittedTotals read(byte[] bytes) throws NoResult {
        JsonNode result = parse(bytes);
        if (!result.isObject() || !result.path("student").isTextual()) {
            throw new NoResult("has no student");
        }
        if (!result.path("totals").isArray()) {
            throw new NoResult("has no totals");
        }
        Map<String, Total> totals = new TreeMap<>();
        for (JsonNode row : result.path("totals")) {
            if (!row.path("customer").isTextual()) {
                throw new NoResult("has a total without a customer");
            }
            String customer = row.path("customer").textValue();
            if (totals.put(customer, total(customer, row)) != null) {
                throw new NoResult("has two totals of " + customer);
            }
        }
        return new SubmittedTotals(student(result.path("student").textValue()), totals);
    }

    private static JsonNode parse(byte[] bytes) throws NoResult {
        if (bytes.length == 0) {
            throw new NoResult("is empty");
        }
        try {
            return JSON.readTree(bytes);
        } catch (JsonProcessingException notJson) {
            String where = notJson.getLocation() == null
                    ? ""
                    : " at line " + notJson.getLocation().getLineNr();
            throw new NoResult("is not one JSON object: broken" + where);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // the bytes are in memory
        }
    }

    private static StudentName student(String text) throws NoResult {
        try {
            return new StudentName(text);
        } catch (WorkshopException unfit) {
            throw new NoResult("has no name of a student: " + unfit.why());
        }
    }

    private static Total total(String customer, JsonNode row) throws NoResult {
        JsonNode transactions = row.path("transactions");
        if (!transactions.isIntegralNumber() || !transactions.canConvertToLong()) {
            throw new NoResult("has no number of transactions of " + customer);
        }
        return new Total(amount(customer, row.path("total")), transactions.longValue());
    }

    /** With scale 2, as all amounts; a text with the same digits is as good as a number. */
    private static BigDecimal amount(String customer, JsonNode total) throws NoResult {
        BigDecimal amount = null;
        if (total.isNumber()) {
            amount = total.decimalValue();
        } else if (total.isTextual() && PLAIN_AMOUNT.matcher(total.textValue()).matches()) {
            amount = new BigDecimal(total.textValue());
        }
        // The scale is looked at first: 1e999999999 with two decimals would fill the memory.
        if (amount == null
                || amount.scale() < 0
                || amount.scale() > Total.DECIMALS
                || amount.precision() > MAX_DIGITS) {
            throw new NoResult("has no total of " + customer + " with at most " + Total.DECIMALS + " decimals");
        }
        return amount.setScale(Total.DECIMALS);
    }
}
