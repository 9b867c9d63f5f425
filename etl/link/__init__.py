"""Link: reports of one event, in however many documents, become that event."""
