package dev.tieout.workflow.internal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** The diagram is part of the product: everything in it is drawn, and nothing lies on anything else. */
@ParameterizedClass
@MethodSource("models")
class ProcessModelsTest {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String DRAWN = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static final String BOUNDS = "http://www.omg.org/spec/DD/20100524/DC";
    private static final String WAYPOINTS = "http://www.omg.org/spec/DD/20100524/DI";

    @Parameter
    ProcessModel model = new PeriodCloseModel();

    private final Map<String, Rectangle2D> shapes = new HashMap<>();
    private final Map<String, Rectangle2D> labels = new HashMap<>();
    private Document document;

    static List<ProcessModel> models() {
        return List.of(new PeriodCloseModel(), new CorrectionModel(), new RuleChangeModel());
    }

    @BeforeEach
    void read() throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(model.xml())));
        each(DRAWN, "BPMNShape", shape -> {
            var id = shape.getAttribute("bpmnElement");
            var bounds = shape.getElementsByTagNameNS(BOUNDS, "Bounds");
            shapes.put(id, rectangle((Element) bounds.item(0)));
            if (bounds.getLength() > 1) {
                labels.put(id, rectangle((Element) bounds.item(1)));
            }
        });
        each(DRAWN, "BPMNEdge", edge -> {
            var bounds = edge.getElementsByTagNameNS(BOUNDS, "Bounds");
            if (bounds.getLength() > 0) {
                labels.put(edge.getAttribute("bpmnElement"), rectangle((Element) bounds.item(0)));
            }
        });
    }

    @Test
    void ids_are_unique() {
        List<String> ids = new ArrayList<>();
        each("*", "*", element -> {
            if (element.hasAttribute("id")) {
                ids.add(element.getAttribute("id"));
            }
        });
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void every_flow_is_drawn_from_the_edge_of_its_source_to_the_edge_of_its_target() {
        Map<String, Element> edges = new HashMap<>();
        each(DRAWN, "BPMNEdge", edge -> edges.put(edge.getAttribute("bpmnElement"), edge));
        each(BPMN, "sequenceFlow", flow -> {
            var waypoints =
                    requireNonNull(edges.get(flow.getAttribute("id"))).getElementsByTagNameNS(WAYPOINTS, "waypoint");
            assertThat(waypoints.getLength()).isGreaterThanOrEqualTo(2);
            assertThat(touches(flow.getAttribute("sourceRef"), (Element) waypoints.item(0)))
                    .isTrue();
            assertThat(touches(flow.getAttribute("targetRef"), (Element) waypoints.item(waypoints.getLength() - 1)))
                    .isTrue();
        });
    }

    @Test
    void no_two_shapes_and_no_two_labels_overlap() {
        var hosts = hostsOfBoundaryEvents();
        shapes.forEach((one, its) -> shapes.forEach((other, others) -> {
            if (!one.equals(other) && !one.equals(hosts.get(other)) && !other.equals(hosts.get(one))) {
                assertThat(its.intersects(others)).as(one + " on " + other).isFalse();
            }
        }));
        labels.forEach((one, its) -> {
            labels.forEach((other, others) -> assertThat(!one.equals(other) && its.intersects(others))
                    .as(one + " on " + other)
                    .isFalse());
            shapes.forEach((other, others) -> assertThat(its.intersects(others))
                    .as("label of " + one + " on " + other)
                    .isFalse());
        });
    }

    private Map<String, String> hostsOfBoundaryEvents() {
        Map<String, String> hosts = new HashMap<>();
        each(BPMN, "boundaryEvent", event -> hosts.put(event.getAttribute("id"), event.getAttribute("attachedToRef")));
        return hosts;
    }

    private boolean touches(String shape, Element waypoint) {
        var bounds = requireNonNull(shapes.get(shape));
        var x = number(waypoint, "x");
        var y = number(waypoint, "y");
        var grown = new Rectangle2D.Double(
                bounds.getX() - 1, bounds.getY() - 1, bounds.getWidth() + 2, bounds.getHeight() + 2);
        var shrunk = new Rectangle2D.Double(
                bounds.getX() + 1, bounds.getY() + 1, bounds.getWidth() - 2, bounds.getHeight() - 2);
        return grown.contains(x, y) && !shrunk.contains(x, y);
    }

    private void each(String namespace, String name, Consumer<Element> reader) {
        var found = document.getElementsByTagNameNS(namespace, name);
        for (int at = 0; at < found.getLength(); at++) {
            reader.accept((Element) found.item(at));
        }
    }

    private static Rectangle2D rectangle(Element bounds) {
        return new Rectangle2D.Double(
                number(bounds, "x"), number(bounds, "y"), number(bounds, "width"), number(bounds, "height"));
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
