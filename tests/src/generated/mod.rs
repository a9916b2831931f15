// Written by `cargo xtask regen` from openapi.yaml. Do not edit.

//! The models.

/// Calls `$table` with the names of all models: those that are generated, and the scalars.
#[macro_export]
macro_rules! models {
    ($table:ident) => {
        $table! {
            GENERATED: types {
                Agent
                AgentDynamicVariable
                AgentImprovementSession
                AgentMockTool
                AgentPage
                AgentProvider
                AgentProviderType
                AgentTelephony
                AlertSummary
                AlertSummaryStatus
                AllCallLogs
                BillingInfo
                BulkGenerateInsights
                BulkGenerateInsightsMetricNamesItem
                CallLog
                CallLogPage
                CallLogSelection
                CallLogStatus
                CallLogSummary
                CallLogTrace
                CallLogUpdate
                CallLogUpdateCallEndedReason
                CallLogUpdateCallId
                CallLogUpdateCustomerNumber
                ChatAgentDetails
                ChatAgentType
                CreateScenarios
                CreateScenariosProgress
                CriticalCategory
                CriticalCategoryPriority
                DeepResearchInsight
                DeepResearchStatus
                DismissFailureMode
                DismissFailureModeModeSeverity
                DismissFailureModeModeTitle
                EvaluateMetricsByAgent
                EvaluateMetricsByProject
                EvaluateMetricsRequest
                Evaluation
                EvaluationTrigger
                FailureCategoryCalls
                FixMetric
                GenerateDeepResearchInsight
                GenerateDeepResearchInsightFocus
                ImprovementSource
                ImprovementStage
                ImprovementStageStatus
                ImprovementStatus
                KnowledgeBaseFile
                MemberRole
                Membership
                Metric
                MetricEvalType
                MetricResult
                MetricType
                MetricVote
                MetricVoteRecorded
                MockToolAddress
                MockToolTransport
                ObservedCall
                ObservedCallCallId
                ObservedCallTraceId
                OrganizationName
                Person
                Project
                RedactField
                RedactedField
                RerunEvaluationByAgent
                RerunEvaluationByAssistant
                RerunEvaluationRequest
                ReviewedStatus
                Rubric
                RubricCondition
                RubricConditions
                RubricEntry
                StartedJob
                SubscriptionPack
                SubscriptionState
                SubscriptionStatus
                TranscriptTurn
                TriggerType
                UserTranscript
            }
            SCALARS: cekura {
                CallLogId
                AgentId
                ProjectId
                MetricId
                OrganizationId
                AssistantId
                Timestamp
                Credits
            }
        }
    };
}
