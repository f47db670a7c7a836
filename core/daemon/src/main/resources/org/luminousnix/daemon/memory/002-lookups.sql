CREATE INDEX interactions_of_person ON interactions (person, number);
CREATE INDEX interactions_of_session ON interactions (session, number);
CREATE INDEX executions_of_person ON executions (person, number);
CREATE INDEX executions_unfinished ON executions (number) WHERE ended IS NULL;
CREATE INDEX execution_log_of_execution ON execution_log (execution, number);
