package dev.tieout.verification.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ByteOrderTest {

    @Property(tries = 500)
    void text_is_in_the_order_of_its_bytes(@ForAll("texts") String one, @ForAll("texts") String other) {
        int bytes =
                Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
        assertThat(Integer.signum(ByteOrder.OF_TEXT.compare(one, other))).isEqualTo(Integer.signum(bytes));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "B", "/", "é", "\uE000", "\uFFFD", "😀", "𝄞", "\u0001")
                .list()
                .ofMaxSize(3)
                .map(parts -> String.join("", parts));
    }
}
