"""Links what a job names with Splink, once. In: the path of a job file (JSON: name, files, output). Out: `file,row,entity`
lines in `output`, a line of JSON when they are written, and then, untimed, the clusters at other thresholds, each in a
file of its own, for the best threshold that somebody who knew the truth could choose.

The settings are those that Splink publishes for each data set in its example notebooks (docs/demos/examples/duckdb):
febrl3, febrl4 (the detailed model), accuracy_analysis_from_labels_column (fake_1000), transactions. For the generated people, blocking
and training of deduplicate_50k_synthetic, its example for larger data, and the comparisons of the detailed FEBRL 4 model.
What a notebook draws or shows is left out, and so are columns that only charts need.
"""

import functools
import json
import logging
import sys
import time

import duckdb
import splink.comparison_level_library as cll
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

logging.disable(logging.WARNING)

SWAPPED = "l.given_name = r.surname and l.surname = r.given_name"
AUSTRALIAN_DATE = {"input_is_string": True, "datetime_format": "%Y%m%d"}


def febrl3():
    return {
        "settings": SettingsCreator(
            unique_id_column_name="record",
            link_type="dedupe_only",
            blocking_rules_to_generate_predictions=[
                block_on("soc_sec_id"),
                block_on("given_name"),
                block_on("surname"),
                block_on("date_of_birth"),
                block_on("postcode"),
            ],
            comparisons=[
                cl.NameComparison("given_name"),
                cl.NameComparison("surname"),
                cl.DateOfBirthComparison("date_of_birth", **AUSTRALIAN_DATE),
                cl.DamerauLevenshteinAtThresholds("soc_sec_id", [2]),
                cl.ExactMatch("street_number").configure(term_frequency_adjustments=True),
                cl.ExactMatch("postcode").configure(term_frequency_adjustments=True),
            ],
        ),
        "prior": [
            block_on("soc_sec_id"),
            block_on("given_name", "surname", "date_of_birth"),
            SWAPPED + " and l.date_of_birth = r.date_of_birth",
        ],
        "recall": 0.9,
        "random_pairs": {"max_pairs": 1e6, "seed": 2},
        "training": [block_on("date_of_birth"), block_on("postcode")],
        "training_options": {},
        "predicted_from": 0.2,
        # The notebook does not cluster: the threshold of the example for larger data.
        "clustered_from": 0.95,
    }


def detailed_comparisons():
    return [
        cl.NameComparison("given_name").configure(term_frequency_adjustments=True),
        cl.NameComparison("surname").configure(term_frequency_adjustments=True),
        cl.DateOfBirthComparison("date_of_birth", **AUSTRALIAN_DATE, invalid_dates_as_null=True),
        cl.ExactMatch("street_number").configure(term_frequency_adjustments=True),
        cl.DamerauLevenshteinAtThresholds("postcode", [1, 2]).configure(term_frequency_adjustments=True),
    ]


def febrl4():
    return {
        "settings": SettingsCreator(
            unique_id_column_name="record",
            link_type="link_only",
            blocking_rules_to_generate_predictions=[
                block_on("given_name", "surname"),
                SWAPPED,
                block_on("date_of_birth"),
                block_on("soc_sec_id"),
                block_on("state", "address_1"),
                block_on("street_number", "address_1"),
                block_on("postcode"),
            ],
            comparisons=[*detailed_comparisons(), cl.DamerauLevenshteinAtThresholds("soc_sec_id", [1, 2])],
        ),
        "prior": [block_on("soc_sec_id"), block_on("given_name", "surname", "date_of_birth")],
        "recall": 0.8,
        "random_pairs": {"max_pairs": 1e6, "seed": 1},
        "training": [block_on("date_of_birth"), block_on("postcode")],
        "training_options": {"estimate_without_term_frequencies": True},
        "predicted_from": 0.2,
        "clustered_from": 0.99,
    }


def fake_1000():
    near = "levenshtein(r.dob::VARCHAR, l.dob::VARCHAR) <= 1"
    return {
        "settings": SettingsCreator(
            unique_id_column_name="record",
            link_type="dedupe_only",
            blocking_rules_to_generate_predictions=[
                block_on("first_name"),
                block_on("surname"),
                block_on("dob"),
                block_on("email"),
            ],
            comparisons=[
                cl.ForenameSurnameComparison("first_name", "surname"),
                cl.DateOfBirthComparison("dob", input_is_string=False),
                cl.ExactMatch("city").configure(term_frequency_adjustments=True),
                cl.EmailComparison("email"),
            ],
        ),
        "prior": [
            f"l.first_name = r.first_name and {near}",
            f"l.surname = r.surname and {near}",
            "l.first_name = r.first_name and levenshtein(r.surname, l.surname) <= 2",
            "l.email = r.email",
        ],
        "recall": 0.7,
        "random_pairs": {"max_pairs": 1e6, "seed": 5},
        "training": [block_on("dob"), block_on("email"), block_on("first_name", "surname")],
        "training_options": {"estimate_without_term_frequencies": True},
        "predicted_from": 0.2,
        "clustered_from": 0.5,
        "columns": "* replace (try_cast(dob as date) as dob)",
    }


def persons():
    return {
        "settings": SettingsCreator(
            unique_id_column_name="record",
            link_type="dedupe_only",
            blocking_rules_to_generate_predictions=[
                block_on("substr(given_name,1,3)", "substr(surname,1,4)"),
                block_on("surname", "date_of_birth"),
                block_on("given_name", "date_of_birth"),
                block_on("postcode", "given_name"),
                block_on("postcode", "surname"),
                block_on("date_of_birth", "suburb"),
                block_on("substr(postcode,1,3)", "date_of_birth"),
                block_on("substr(postcode,1,3)", "given_name"),
                block_on("substr(postcode,1,3)", "surname"),
                block_on("substr(given_name,1,2)", "substr(surname,1,2)", "substr(date_of_birth,1,4)"),
            ],
            # No further column of the address: the FEBRL 4 notebook advises against it.
            comparisons=detailed_comparisons(),
        ),
        "prior": [
            block_on("given_name", "surname", "date_of_birth"),
            block_on("substr(given_name,1,2)", "surname", "substr(postcode,1,2)"),
            block_on("date_of_birth", "postcode"),
        ],
        "recall": 0.6,
        "random_pairs": {"max_pairs": 1e7, "seed": 1},
        "training": [block_on("given_name", "surname"), block_on("date_of_birth")],
        "training_options": {"estimate_without_term_frequencies": True},
        # The notebook keeps every pair; kept here is what any threshold below could use.
        "predicted_from": 0.2,
        "clustered_from": 0.95,
    }


def transactions():
    """As the notebook has it, but for its rule on `unique_id`, which is the truth and is not given to either side."""
    month = "strftime({l}, '%Y%m') = strftime(r.transaction_date, '%Y%m')"
    like = " and substr(l.memo, 1, 3) = substr(r.memo, 1, 3) and l.amount / r.amount > 0.7 and l.amount / r.amount < 1.3"
    within = "transaction_date_r - transaction_date_l <= {n} and transaction_date_r >= transaction_date_l"
    return {
        "settings": SettingsCreator(
            unique_id_column_name="record",
            link_type="link_only",
            probability_two_random_records_match=1 / 45_326,
            blocking_rules_to_generate_predictions=[
                month.format(l="l.transaction_date") + like,
                month.format(l="l.transaction_date + 15") + like,
                block_on("substr(memo,1,9)"),
                """round(l.amount/2,0)*2 = round(r.amount/2,0)*2
                and yearweek(r.transaction_date) = yearweek(l.transaction_date)""",
                """round(l.amount/2,0)*2 = round((r.amount+1)/2,0)*2
                and yearweek(r.transaction_date) = yearweek(l.transaction_date + 4)""",
            ],
            comparisons=[
                {
                    "output_column_name": "amount",
                    "comparison_levels": [
                        cll.NullLevel("amount"),
                        cll.ExactMatchLevel("amount"),
                        *(cll.PercentageDifferenceLevel("amount", share) for share in (0.01, 0.03, 0.1, 0.3)),
                        cll.ElseLevel(),
                    ],
                },
                cl.LevenshteinAtThresholds("memo", [2, 6, 10]),
                {
                    "output_column_name": "transaction_date",
                    "comparison_levels": [
                        cll.NullLevel("transaction_date"),
                        *(
                            {"sql_condition": within.format(n=days), "label_for_charts": f"<={days} days"}
                            for days in (1, 4, 10, 30)
                        ),
                        cll.ElseLevel(),
                    ],
                },
            ],
        ),
        "random_pairs": {"max_pairs": 1e6, "seed": 1},
        "training": [block_on("memo"), block_on("amount")],
        "training_options": {},
        "predicted_from": 0.001,
        # The notebook does not cluster: even odds, and the best link of each.
        "clustered_from": 0.5,
        "one_to_one": True,
        "columns": "* replace (transaction_date::timestamp::date as transaction_date, amount::double as amount)",
    }


class Steps:
    def __init__(self):
        self.seconds = {}
        self.started = time.perf_counter()

    def end(self, step):
        now = time.perf_counter()
        self.seconds[step] = round(now - self.started, 3)
        self.started = now


def write(con, clusters, target):
    con.sql(
        f"""select record // 1000000000 as file, record % 1000000000 as "row", cluster_id as entity
        from {clusters.physical_name}"""
    ).write_csv(target, header=False)


def main(job):
    steps = Steps()
    plans = [febrl3, febrl4, fake_1000, persons, transactions]
    plan = {make.__name__: make for make in plans}[job["name"]]()
    con = duckdb.connect()
    db_api = DuckDBAPI(connection=con)
    inputs = []
    for index, path in enumerate(job["files"]):
        con.execute(
            f"""create table given_{index} as
            select {index * 1_000_000_000} + row_number() over () as record, {plan.get("columns", "*")}
            from read_csv(?, header = true, all_varchar = true)""",
            [path],
        )
        inputs.append(db_api.register(f"given_{index}"))
    steps.end("read")
    linker = Linker(inputs if len(inputs) > 1 else inputs[0], plan["settings"])
    training = linker.training
    if "prior" in plan:
        training.estimate_probability_two_random_records_match(plan["prior"], recall=plan["recall"])
    training.estimate_u_using_random_sampling(**plan["random_pairs"])
    for rule in plan["training"]:
        training.estimate_parameters_using_expectation_maximisation(rule, **plan["training_options"])
    steps.end("train")
    predictions = linker.inference.predict(threshold_match_probability=plan["predicted_from"])
    steps.end("predict")
    cluster = linker.clustering.cluster_pairwise_predictions_at_threshold
    if plan.get("one_to_one", False):
        names = [f"given_{index}" for index in range(len(inputs))]
        cluster = functools.partial(
            linker.clustering.cluster_using_single_best_links, duplicate_free_datasets=names, ties_method="drop"
        )
    clusters = cluster(predictions, threshold_match_probability=plan["clustered_from"])
    steps.end("cluster")
    write(con, clusters, job["output"])
    steps.end("write")
    print(json.dumps({"threshold": plan["clustered_from"], "steps": steps.seconds}), flush=True)
    sys.stdin.read()
    for threshold in job["thresholds"]:
        target = f"{job['output']}.{threshold}"
        write(con, cluster(predictions, threshold_match_probability=threshold), target)
        print(json.dumps({"threshold": threshold, "output": target}), flush=True)


with open(sys.argv[1]) as file:
    main(json.load(file))
