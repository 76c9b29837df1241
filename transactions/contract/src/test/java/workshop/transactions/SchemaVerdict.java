package workshop.transactions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Format;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationContext;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** What the published JSON Schema says of a message, by other people's code: the reference for the contract. */
final class SchemaVerdict {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonSchema schema;

    SchemaVerdict() {
        JsonMetaSchema withAmount = JsonMetaSchema.builder(JsonMetaSchema.getV202012())
                .format(new AmountFormat())
                .build();
        schema = JsonSchemaFactory.getInstance(VersionFlag.V202012, factory -> factory.metaSchema(withAmount)
                        .defaultMetaSchemaIri(withAmount.getIri()))
                .getSchema(
                        Contract.class.getResourceAsStream("/transaction.schema.json"),
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build());
    }

    boolean accepts(byte[] message) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(message))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
        try {
            JsonNode node = JSON.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
            return !node.isMissingNode() && schema.validate(node).isEmpty();
        } catch (JsonProcessingException | ArithmeticException | NumberFormatException notJson) {
            return false;
        }
    }

    /** The two limits of an amount, by value: not more than 2 decimals, not more than 16 digits before the point. */
    private static final class AmountFormat implements Format {
        private static final BigInteger LIMIT = BigInteger.TEN.pow(16);

        @Override
        public String getName() {
            return "amount";
        }

        @Override
        public boolean matches(ExecutionContext execution, ValidationContext validation, String value) {
            try {
                BigDecimal amount = new BigDecimal(value);
                if (amount.signum() == 0) {
                    return true;
                }
                if (Math.abs((long) amount.scale()) > 2_000) {
                    return false;
                }
                BigDecimal cents = amount.movePointRight(2);
                return cents.stripTrailingZeros().scale() <= 0
                        && cents.toBigInteger().abs().compareTo(LIMIT.multiply(BigInteger.valueOf(100))) < 0;
            } catch (NumberFormatException none) {
                return false;
            }
        }
    }
}
